using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Tests.Connections;

public sealed class MySqlConnectionTextTests
{
    [Theory]
    [InlineData("", "names no server")]
    [InlineData("mysql://app:hunter2@db:port/shop", "mysql://user:password@host:port/database")]
    [InlineData("mysql://app:hun@ter2@db/shop", "%40")]
    [InlineData("mysql://app:hun/ter2@db/shop", "%2F")]
    [InlineData("mysql://app:hun:ter2@db/shop", "%3A")]
    [InlineData("mysql://app:hun#ter2@db/shop", "%23")]
    [InlineData("mysql://app:hun?ter2@db/shop", "%3F")]
    [InlineData("mysql://app:hun%ter2@db/shop", "%25")]
    [InlineData("mysql://app:hun\\ter2@db/shop", "%5C")]
    [InlineData("mysql://app:hun ter2@db/shop", "%20")]
    [InlineData("mysql://app:hunter2@db/shop?sslmode=none", "options need the form Server=")]
    [InlineData("Server=db", "names no database")]
    [InlineData("Server=;Database=shop", "names no server")]
    [InlineData("hello", "key=value pairs")]
    [InlineData("Server=db;Databse=shop;Password=hunter2", "'databse'")]
    [InlineData("Server=db;Port=abc;Database=shop;Password=hunter2", "'port'")]
    [InlineData("Server=db;Database=shop;Password=hun;ter2=x", "one of its options")]
    [InlineData("Server=db;Database=shop;Password=hun;ter2", "key=value pairs")]
    public void What_is_wrong_is_said_without_repeating_the_password(string text, string expected)
    {
        var exception = Assert.Throws<MigrateBothException>(() => MySqlConnectionText.Parse(text));

        Assert.Equal("connection-invalid", exception.Code);
        Assert.Equal(ExitCode.Configuration, exception.ExitCode);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_encoded_is_taken_as_it_was_meant() => Assert.Equal(
        @"a@/:?#%\ b", new MySqlConnector.MySqlConnectionStringBuilder(MySqlConnectionText.Parse("mysql://app:a%40%2F%3A%3F%23%25%5C%20b@db/shop").ConnectionString).Password);

    [Fact]
    public void The_display_carries_no_password()
    {
        Assert.Equal("app@db:3307/shop", MySqlConnectionText.Parse("Server=db;Port=3307;Database=shop;User=app;Password=hunter2").Display);
        Assert.Equal("app@db:3307/shop", MySqlConnectionText.Parse("mysql://app:hunter2@db:3307/shop").Display);
    }
}
