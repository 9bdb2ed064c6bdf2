using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Tests.Errors;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("Server=h;Password=s3cret;Port=1", "Server=h;Password=***;Port=1")]
    [InlineData("server=h; pwd = s3cret", "server=h; pwd = ***")]
    [InlineData("Password=\"s3;cret\"\"x\";Port=1", "Password=***;Port=1")]
    [InlineData("Password='s3;cret';Port=1", "Password=***;Port=1")]
    [InlineData("Password=two words;Port=1", "Password=***;Port=1")]
    [InlineData("mysql://root:s3cret@host:3306/db", "mysql://root:***@host:3306/db")]
    [InlineData("mysql://root:s3@cr/et@host:3306/db and more", "mysql://root:***@host:3306/db and more")]
    [InlineData("docker run -e MYSQL_ROOT_PASSWORD=s3cret", "docker run -e MYSQL_ROOT_PASSWORD=***")]
    [InlineData("Access denied for user 'root'@'h' (using password: YES)", "Access denied for user 'root'@'h' (using password: YES)")]
    [InlineData("https://example.org/a?b=c", "https://example.org/a?b=c")]
    public void MaskSecrets_hides_passwords_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, Redaction.MaskSecrets(text));
}
