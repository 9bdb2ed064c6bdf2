using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.EntityFrameworkCore.Tests.Databases;

[Collection(DesignTimeTests.Collection)]
public sealed class DatabaseSettingsTests
{
    [Theory]
    [InlineData("sqlite", DatabaseType.Sqlite)]
    [InlineData(" SQLite ", DatabaseType.Sqlite)]
    [InlineData("MySQL", DatabaseType.MySql)]
    [InlineData("MariaDB", DatabaseType.MariaDb)]
    public void The_type_alone_is_enough_to_work_without_a_connection(string type, DatabaseType expected)
    {
        var settings = DatabaseSettings.Parse(type, " ");

        Assert.Equal(expected, settings.Type);
        Assert.Null(settings.ConnectionString);
    }

    [Theory]
    [InlineData("sqlite", "Data Source=shop.db;Foreign Keys=True")]
    [InlineData("mysql", "Server=localhost;User ID=shop;Password=secret;Database=store")]
    public void A_connection_string_is_taken_as_it_is_when_the_type_is_given(string type, string connectionString) =>
        Assert.Equal(connectionString, DatabaseSettings.Parse(type, connectionString).ConnectionString);

    [Fact]
    public void A_connection_string_without_a_type_is_refused()
    {
        var exception = Refused(null, "Server=localhost;Password=hunter2");

        Assert.Contains("DATABASE_TYPE", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite", "mysql://shop:hunter2@localhost/store", "says sqlite", "mysql URL")]
    [InlineData("mysql", "sqlite:///shop.db", "says mysql", "sqlite URL")]
    [InlineData("mariadb", "mysql://shop:hunter2@localhost/store", "says mariadb", "mysql URL")]
    public void A_contradiction_names_both_settings(string type, string url, string first, string second)
    {
        var exception = Refused(type, url);

        Assert.Contains(first, exception.Message, StringComparison.Ordinal);
        Assert.Contains(second, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "postgres://shop:hunter2@localhost/store", "'postgres'")]
    [InlineData("oracle", null, "'oracle'")]
    [InlineData("mysql://shop:hunter2@localhost/store", null, "DATABASE_URL")]
    [InlineData("mysql", "mysql:/shop:hunter2@localhost/store", "neither a URL nor a connection string")]
    [InlineData("mysql", "Server=localhost;Password=x;hunter2=y", "neither a URL nor a connection string")]
    [InlineData("sqlite", "shop.db", "neither a URL nor a connection string")]
    [InlineData(null, null, "DATABASE_URL")]
    public void What_is_not_understood_is_refused_without_the_password(string? type, string? url, string part) =>
        Assert.Contains(part, Refused(type, url).Message, StringComparison.Ordinal);

    [Fact]
    public void The_text_form_leaves_the_connection_string_out() =>
        Assert.Equal("mysql", DatabaseSettings.Parse(null, "mysql://shop:hunter2@localhost/store").ToString());

    [Theory]
    [InlineData("mysql", "sqlite:///shop.db", DatabaseType.MySql, false)]
    [InlineData("sqlite", "mysql://localhost/store", DatabaseType.Sqlite, false)]
    [InlineData("mariadb", "mysql://localhost/store", DatabaseType.MariaDb, false)]
    [InlineData("mysql", "mariadb://localhost/store", DatabaseType.MariaDb, true)]
    public void At_design_time_the_type_wins_and_another_providers_url_is_dropped(string type, string url, DatabaseType expected, bool isConnected)
    {
        EF.IsDesignTime = true;
        try
        {
            var settings = DatabaseSettings.Parse(type, url);

            Assert.Equal(expected, settings.Type);
            Assert.Equal(isConnected, settings.ConnectionString is not null);
        }
        finally
        {
            EF.IsDesignTime = false;
        }
    }

    private static DatabaseConfigurationException Refused(string? type, string? url)
    {
        var exception = Assert.Throws<DatabaseConfigurationException>(() => DatabaseSettings.Parse(type, url));
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        return exception;
    }
}
