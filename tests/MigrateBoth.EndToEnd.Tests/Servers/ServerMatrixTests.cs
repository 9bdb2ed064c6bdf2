using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Servers;

/// <summary>A server's settings are its owner's: every command comes to the same verdict on each.</summary>
[Collection(WithMarket.Name)]
public sealed class ServerMatrixTests(MarketApplication market)
{
    private const string Password = "correct-horse";

    // What behaves differently in this application on any MySQL.
    private static readonly string[] Differences =
        ["MB501 OrderLines.Price", "MB501 Orders.PlacedAt", "MB502 Categories.Name", "MB502 Products.Weight", "MB519 OrderLines.Price"];

    [ServerTheory("mysql", "mariadb-11")]
    [Trait("Category", "Long")]
    [InlineData("mysql", "--autocommit=0")]
    [InlineData("mysql", "--lower-case-table-names=1")]
    [InlineData("mysql", "--sql-mode=ANSI_QUOTES")]
    [InlineData("mysql", "--sql-mode=")]
    [InlineData("mysql", "--sql-mode=NO_BACKSLASH_ESCAPES")]
    [InlineData("mysql", "--sql-generate-invisible-primary-key=ON")]
    [InlineData("mysql", "--sql-require-primary-key=ON")]
    [InlineData("mysql", "--default-time-zone=+05:30")]
    [InlineData("mysql", "--max-connections=8")]
    [InlineData("mysql", "--wait-timeout=3")]
    [InlineData("mysql", "--autocommit=0", "--sql-mode=NO_BACKSLASH_ESCAPES", "--max-connections=8")]
    [InlineData("mysql", "--lower-case-table-names=1", "--sql-mode=ANSI_QUOTES", "--default-time-zone=+05:30", "--sql-generate-invisible-primary-key=ON", "--sql-require-primary-key=ON")]
    [InlineData("mariadb-11")]
    [InlineData("mariadb-11", "--autocommit=0", "--sql-mode=")]
    [InlineData("mariadb-11", "--lower-case-table-names=1", "--default-time-zone=+05:30")]
    public Task Every_command_comes_to_the_same_verdict(string kind, params string[] options) => RunAsync(kind, options);

    [ServerTheory("mysql", "mariadb-11")]
    [Trait("Category", "Long")]
    [InlineData("mysql")]
    [InlineData("mariadb-11")]
    public Task An_account_with_rights_on_scratch_databases_and_its_own_is_enough(string kind) => RunAsync(kind, [], isLimited: true);

    /// <summary>MariaDB 10.11 lacks the collation that the application's model names for its MySQL 9.7.</summary>
    [ServerTheory("mariadb")]
    [Trait("Category", "Long")]
    [InlineData("mariadb")]
    public async Task A_server_that_the_model_is_not_for_is_named(string kind)
    {
        await using var server = await LocalServer.StartAsync(kind);

        var verified = await market.Sandbox.RunAsync("verify", "--no-build", "--only", "drift", "--mysql", server.Database(string.Empty), "--format", "json");

        Assert.True(verified.ExitCode == 2, verified.ToString());
        Assert.Contains(verified.Json.GetProperty("findings").EnumerateArray(), finding =>
            finding.GetProperty("rule").GetString() == "MB904" && finding.GetProperty("message").GetString()!.Contains("server is MariaDB 10.11", StringComparison.Ordinal));
    }

    private async Task RunAsync(string kind, string[] options, bool isLimited = false)
    {
        await using var server = await LocalServer.StartAsync(kind, options);
        await server.ScalarAsync(
            $"""
            CREATE DATABASE live;
            CREATE USER 'limited'@'%' IDENTIFIED BY '{Password}';
            GRANT ALL ON `migrateboth\_%`.* TO 'limited'@'%';
            GRANT ALL ON live.* TO 'limited'@'%';
            """);
        var (user, password) = isLimited ? ("limited", Password) : ("root", string.Empty);
        var (scratch, live) = (server.Database(string.Empty, user, password), server.Database("live", user, password));
        var sandbox = market.Sandbox;
        var file = sandbox.PathOf($"live-{Guid.NewGuid():N}.db");

        var verified = (await sandbox.RunAsync("verify", "--no-build", "--skip", "tests", "--mysql", scratch, "--format", "json")).Json;
        Assert.Equal(
            ["history passed", "drift passed", "parity passed", "roundtrip passed", "behaviour failed", "tests skipped"],
            verified.GetProperty("stages").EnumerateArray().Select(stage => $"{stage.GetProperty("name").GetString()} {stage.GetProperty("status").GetString()}"));
        // The model is made for MySQL: on another vendor's server that is said, too.
        Assert.Equal(
            kind == "mysql" ? Differences : [.. Differences, "MB904 server"],
            verified.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("severity").GetString() is "error" or "warning")
                .Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("object").GetString()}").Order(StringComparer.Ordinal));

        Succeeded(await sandbox.RunAsync("test", "--no-build", "--mysql", scratch));
        Succeeded(await sandbox.RunAsync("apply", "--no-build", "--mysql", live, "--sqlite", $"Data Source={file}"));
        Assert.Contains("0 pending on MySQL", Succeeded(await sandbox.RunAsync("list", "--no-build", "--mysql", live, "--sqlite", $"Data Source={file}")).Output, StringComparison.Ordinal);
        var diff = Succeeded(await sandbox.RunAsync("diff", "mysql:" + live, "migrations:mysql", "--no-build", "--mysql", scratch, "--format", "json"));
        Assert.Empty(diff.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal(0L, Convert.ToInt64(await server.ScalarAsync(@"SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrateboth\_%'"), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static ToolResult Succeeded(ToolResult result)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }
}
