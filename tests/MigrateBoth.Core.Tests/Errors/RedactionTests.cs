using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Tests.Errors;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("Server=h;Password=s3cret;Port=1", "Server=h;Password=***;Port=1")]
    [InlineData("server=h; pwd = s3cret", "server=h; pwd = ***")]
    [InlineData("Password=\"s3;cret\"\"x\";Port=1", "Password=***;Port=1")]
    [InlineData("Password='s3;cret';Port=1", "Password=***;Port=1")]
    [InlineData("Password=ab\"x;Port=1", "Password=***;Port=1")]
    [InlineData("Password={s3;cret};Port=1", "Password=***;Port=1")]
    [InlineData("Password=two words;Port=1", "Password=***;Port=1")]
    [InlineData("CertificatePassword=s3cret;SslMode=None", "CertificatePassword=***;SslMode=None")]
    [InlineData("'Server=h;Password=s3cret' does not open", "'Server=h;Password=***' does not open")]
    [InlineData("{\"Default\":\"Server=h;Password=s3cret\",\"Other\":1}", "{\"Default\":\"Server=h;Password=***\",\"Other\":1}")]
    [InlineData("{\"password\": \"s3cret\", \"port\": 1}", "{\"password\": ***, \"port\": 1}")]
    [InlineData("mysql://root:s3cret@host:3306/db", "mysql://root:***@host:3306/db")]
    [InlineData("mysql://root:s3@cr/et@host:3306/db and more", "mysql://root:***@host:3306/db and more")]
    [InlineData("mysql://ro@ot:pw@db", "mysql://ro@ot:***@db")]
    [InlineData("mysql://root:ab pw@db/shop", "mysql://root:***@db/shop")]
    [InlineData("/src/mysql:/root:s3cret@db/shop", "/src/mysql:/root:***@db/shop")]
    [InlineData("HTTP_PROXY=http://me:s3cret@proxy:8080", "HTTP_PROXY=http://me:***@proxy:8080")]
    [InlineData("docker run -e MYSQL_ROOT_PASSWORD=s3cret", "docker run -e MYSQL_ROOT_PASSWORD=***")]
    [InlineData("mysqldump -uroot -ps3cret shop", "mysqldump -uroot -p*** shop")]
    [InlineData("CREATE USER app IDENTIFIED BY 's3''cret'; SELECT 1", "CREATE USER app IDENTIFIED BY '***'; SELECT 1")]
    public void MaskSecrets_hides_the_value_and_keeps_the_rest(string text, string expected)
    {
        Assert.Equal(expected, Redaction.MaskSecrets(text));
        Assert.Equal(expected, Redaction.MaskSecrets(expected));
    }

    [Theory]
    [InlineData("Access denied for user 'root'@'h' (using password: YES)")]
    [InlineData("https://example.org/a?b=c")]
    [InlineData("https://example.org:8080/a, or mail me@example.org")]
    [InlineData("mysql://db:3306/shop does not answer; the account is root@db")]
    [InlineData("Unable to connect to any of the specified MySQL hosts: localhost:3306")]
    [InlineData("mysql:8.4@sha256:0123456789abcdef")]
    [InlineData("CHECK (\"Password\" = 'x' AND length(Pwd) > 8)")]
    [InlineData("IsConcurrencyToken = true, CancellationToken=default")]
    [InlineData("C:/src/App/App.csproj(1,2): error CS0103: user@host")]
    [InlineData("Pass the password with MIGRATEBOTH_MYSQL; see --password-file.")]
    [InlineData("the index IX_Users_Password on Users.Password and Users.Token")]
    public void MaskSecrets_leaves_ordinary_text_alone(string text) => Assert.Equal(text, Redaction.MaskSecrets(text));

    [Theory]
    [InlineData("Server=h;User ID=app;Password=hunter2zz;Database=shop", "hunter2zz")]
    [InlineData("Server=h;Password=\"hun;ter \"\"2\"", "hun;ter \"2")]
    [InlineData("mysql://app:hunter%202%2Fzz@h/shop", "hunter 2/zz")]
    [InlineData("mysql://app:hun@ter/2zz@h/shop", "hun@ter/2zz")]
    [InlineData("Server=h;Password=hunter2zz;cut off;Database=shop", "cut off")]
    public void Secrets_of_the_run_are_hidden_wherever_they_occur(string given, string secret)
    {
        Redaction.Begin();
        Redaction.Learn(given);
        foreach (var written in new[]
        {
            secret, Uri.EscapeDataString(secret), JsonSerializer.Serialize(secret)[1..^1], System.Net.WebUtility.HtmlEncode(secret), secret.Replace("\"", "\"\"", StringComparison.Ordinal),
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret)),
        })
        {
            Assert.Equal("the value *** is wrong", Redaction.MaskSecrets($"the value {written} is wrong"));
        }
    }

    [Theory]
    [InlineData("Server=h;User ID=root;Password=root", "root@h has no database root")]
    [InlineData("Server=h;Password=mysql", "the mysql engine")]
    [InlineData("Server=h;Password=tab", "the table tab")]
    [InlineData("Server=h;Password=order", "the Customers and their orders, reorder")]
    public void A_weak_secret_does_not_destroy_the_text(string given, string text)
    {
        Redaction.Begin();
        Redaction.Learn(given);
        Assert.Equal(text, Redaction.MaskSecrets(text));
    }

    [Fact]
    public void Variables_count_by_their_name()
    {
        Redaction.Begin();
        Redaction.Learn("DEPLOY_TOKEN", "abcd-1234");
        Redaction.Learn("PWD", "/src/shop-data");
        Redaction.Learn("COLOUR", "crimson-9");
        Assert.Equal("*** in /src/shop-data is crimson-9", Redaction.MaskSecrets("abcd-1234 in /src/shop-data is crimson-9"));
    }

    [Fact]
    public async Task Secrets_stay_with_their_run()
    {
        await Task.Run(() =>
        {
            Redaction.Begin();
            Redaction.Learn("Server=h;Password=hunter2zz");
        });
        Assert.Equal("hunter2zz", Redaction.MaskSecrets("hunter2zz"));
    }

    [Fact]
    public void MaskJson_masks_values_and_keeps_names_and_layout()
    {
        Redaction.Begin();
        Redaction.Learn("Server=h;Password=hunter2zz");
        Assert.Equal(
            "{\n  \"hunter2zz\": \"a *** b\",\n  \"n\": [1.50, \"\\u00e9\", \"Password=***\"]\n}",
            Redaction.MaskJson("{\n  \"hunter2zz\": \"a hunter2zz b\",\n  \"n\": [1.50, \"\\u00e9\", \"Password=a\\\"b\"]\n}"));
    }
}
