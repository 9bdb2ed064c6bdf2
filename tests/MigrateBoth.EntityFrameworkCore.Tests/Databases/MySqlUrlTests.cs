using MySqlConnector;

namespace MigrateBoth.EntityFrameworkCore.Tests.Databases;

public sealed class MySqlUrlTests
{
    [Fact]
    public void Every_part_of_the_url_arrives()
    {
        var builder = Parse("mysql://shop:secret@db.example.org:3307/store?sslmode=None&connection-timeout=5");

        Assert.Equal("shop", builder.UserID);
        Assert.Equal("secret", builder.Password);
        Assert.Equal("db.example.org", builder.Server);
        Assert.Equal(3307u, builder.Port);
        Assert.Equal("store", builder.Database);
        Assert.Equal(MySqlSslMode.None, builder.SslMode);
        Assert.Equal(5u, builder.ConnectionTimeout);
    }

    [Fact]
    public void Percent_encoding_is_undone()
    {
        var builder = Parse("mysql://sh%40p:p%2Fw%3A%3F%23%25;'%22+@localhost/my%20store");

        Assert.Equal("sh@p", builder.UserID);
        Assert.Equal("p/w:?#%;'\"+", builder.Password);
        Assert.Equal("my store", builder.Database);
        Assert.Equal(3306u, builder.Port);
    }

    [Fact]
    public void The_last_at_sign_ends_the_password() =>
        Assert.Equal("p@ss:word", Parse("mysql://shop:p@ss:word@localhost/store").Password);

    [Theory]
    [InlineData("mysql://[::1]:3307/store", "::1", 3307u)]
    [InlineData("mysql://shop@[fe80::1]/store", "fe80::1", 3306u)]
    public void An_IPv6_host_is_written_in_brackets(string url, string host, uint port)
    {
        var builder = Parse(url);

        Assert.Equal(host, builder.Server);
        Assert.Equal(port, builder.Port);
    }

    [Theory]
    [InlineData("mysql://localhost/store", DatabaseType.MySql)]
    [InlineData("MariaDB://localhost/store", DatabaseType.MariaDb)]
    public void The_scheme_gives_the_type(string url, DatabaseType type) =>
        Assert.Equal(type, DatabaseSettings.Parse(null, url).Type);

    [Fact]
    public void The_url_may_give_the_version_of_the_server()
    {
        var settings = DatabaseSettings.Parse(null, "mysql://localhost/store?serverVersion=8.0.36");

        Assert.Equal("8.0.36", settings.ServerVersion);
        Assert.DoesNotContain("8.0.36", settings.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql://shop:hunter2@:3306/store", "no host")]
    [InlineData("mysql://shop:hunter2@localhost", "no database")]
    [InlineData("mysql://shop:hunter2@localhost/", "no database")]
    [InlineData("mysql://shop:hunter2@localhost:port/store", "port")]
    [InlineData("mysql://shop:hunter2@localhost:70000/store", "port")]
    [InlineData("mysql://shop:hunter2@localhost:0/store", "port")]
    [InlineData("mysql://shop:hunter2/x@localhost/store", "%2F")]
    [InlineData("mysql://shop:hunter2?x=y@localhost/store", "%3F")]
    [InlineData("mysql://shop:hunter2#@localhost/store", "%23")]
    [InlineData("mysql://shop:hunter2@localhost/store?colour=hunter2", "'colour'")]
    [InlineData("mysql://shop:hunter2@localhost/store?sslmode=hunter2", "'sslmode'")]
    [InlineData("mysql://shop:hunter2@localhost/store?port=hunter2", "'port'")]
    public void A_malformed_url_says_what_is_wrong_without_the_password(string url, string part)
    {
        var exception = Assert.Throws<DatabaseConfigurationException>(() => DatabaseSettings.Parse(null, url));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    private static MySqlConnectionStringBuilder Parse(string url) => new(DatabaseSettings.Parse(null, url).ConnectionString!);
}
