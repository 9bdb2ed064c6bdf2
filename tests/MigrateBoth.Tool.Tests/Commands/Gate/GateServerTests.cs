using System.Text.Json.Nodes;

namespace MigrateBoth.Tool.Tests.Commands.Gate;

/// <summary>A report counts only for the server that is required; the fakes run on MySQL 8.4 in a container of <c>mysql:8.4</c>.</summary>
public sealed class GateServerTests : IDisposable
{
    private readonly GateCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("mysql:8.4")]
    [InlineData("mysql:8.0")]
    [InlineData("acme/database:prod")] // mysql.version says which server it is.
    public async Task The_server_that_the_gate_requires_lets_the_release_through(string image)
    {
        await _checkout.VerifyAsync();
        _checkout.Environment["MIGRATEBOTH_MYSQL_IMAGE"] = image;

        Assert.Empty(GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Theory]
    [InlineData("mysql:9.7", "older than MIGRATEBOTH_MYSQL_IMAGE mysql:9.7")]
    [InlineData("mariadb:11.8", "asks for MariaDB")]
    public async Task Another_server_does_not(string image, string reason)
    {
        await _checkout.VerifyAsync();
        _checkout.Environment["MIGRATEBOTH_MYSQL_IMAGE"] = image;

        var run = await _checkout.GateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["other-server", "other-server", "other-server", "other-server"], GateCheckout.Codes(run));
        Assert.Contains(reason, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_contradicts_what_its_own_check_was_asked_for_is_refused()
    {
        await _checkout.VerifyAsync();
        _checkout.ForgeReport(report => report["engines"]!["mysql"]!["required"] =
            new JsonArray(new JsonObject { ["named"] = "--mysql-image mysql:9.7", ["vendor"] = "MySQL", ["oldest"] = "9.7", ["image"] = "mysql:9.7" }));

        Assert.Equal(["other-server", "other-server", "other-server", "other-server"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task A_report_on_one_more_server_does_no_harm()
    {
        await _checkout.VerifyAsync();
        File.Copy(_checkout.PathOf("verify.json"), _checkout.PathOf("other.json"));
        _checkout.ForgeReport(report => (report["engines"]!["mysql"]!["vendor"], report["engines"]!["mysql"]!["image"]) = ("MariaDB", "mariadb:11.8"));

        Assert.Equal(["other-server", "other-server", "other-server", "other-server"], GateCheckout.Codes(await _checkout.GateAsync()));
        Assert.Empty(GateCheckout.Codes(await _checkout.GateAsync("--report", "other.json")));
    }
}
