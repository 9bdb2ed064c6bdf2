using Microsoft.Data.Sqlite;

namespace MigrateBoth.EntityFrameworkCore.Tests.Databases;

public sealed class SqliteUrlTests
{
    [Theory]
    [InlineData("sqlite:///shop.db", "shop.db")]
    [InlineData("sqlite:///data/shop.db", "data/shop.db")]
    [InlineData("sqlite:////var/lib/shop.db", "/var/lib/shop.db")]
    [InlineData("sqlite:///C:/data/shop.db", "C:/data/shop.db")]
    [InlineData("SQLite:///shop.db", "shop.db")]
    [InlineData("sqlite:///my%20shop%23.db", "my shop#.db")]
    [InlineData("sqlite:///a;b=c.db", "a;b=c.db")]
    [InlineData("sqlite:///mail@home.db", "mail@home.db")]
    [InlineData("sqlite://:memory:", ":memory:")]
    [InlineData("sqlite:///:memory:", ":memory:")]
    public void A_sqlite_url_names_its_file(string url, string file)
    {
        var settings = DatabaseSettings.Parse(null, url);

        Assert.Equal(DatabaseType.Sqlite, settings.Type);
        Assert.Equal(file, new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource);
    }

    [Fact]
    public void Options_of_the_url_become_keywords()
    {
        var settings = DatabaseSettings.Parse(null, "sqlite:///shop.db?mode=ReadOnly&default-timeout=7");

        var builder = new SqliteConnectionStringBuilder(settings.ConnectionString);
        Assert.Equal(SqliteOpenMode.ReadOnly, builder.Mode);
        Assert.Equal(7, builder.DefaultTimeout);
    }

    [Theory]
    [InlineData("sqlite://shop.db", "sqlite:///file.db")]
    [InlineData("sqlite://", "names no file")]
    [InlineData("sqlite:///", "names no file")]
    [InlineData("sqlite:///shop.db?colour=blue", "'colour'")]
    [InlineData("sqlite:///shop.db?mode", "name=value")]
    public void A_malformed_url_says_what_to_write(string url, string part)
    {
        var exception = Assert.Throws<DatabaseConfigurationException>(() => DatabaseSettings.Parse(null, url));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.Contains("DATABASE_URL", exception.Message, StringComparison.Ordinal);
    }
}
