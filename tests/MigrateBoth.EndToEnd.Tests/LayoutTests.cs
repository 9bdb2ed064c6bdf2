using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>All layouts and all ways to obtain a context, from a new pair to a verified schema.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class LayoutTests(InstalledTool tool, MySqlContainer server)
{
    // The texts of all but Folders have a collation, and SQLite's LIKE is left as it is (C-03).
    [Fact]
    [Trait("Category", "Long")]
    public Task A_pair_is_added_to_two_projects_and_the_result_verified() => AddAndVerifyAsync("Projects", isPortable: false);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_pair_is_added_to_two_folders_and_the_result_verified() => AddAndVerifyAsync("Folders", isPortable: true);

    /// <summary><see cref="OneSidedTests"/> do the same in this layout.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public Task A_pair_is_added_to_two_contexts_and_the_result_verified() => AddAndVerifyAsync("Contexts", isPortable: false);

    [Fact]
    public async Task A_model_configured_for_MariaDB_is_verified_on_a_local_MariaDB()
    {
        using var sandbox = Sandbox.OfSample(tool, Path.Combine("layouts", "MariaDb"));
        sandbox.Environment["MIGRATEBOTH_MYSQLD"] = LocalServer("MIGRATEBOTH_TEST_MARIADBD");
        // An image that is named is required, and this one names MySQL.
        sandbox.Environment["MIGRATEBOTH_MYSQL_IMAGE"] = null;

        var result = await sandbox.RunAsync("verify", "--mysql", "local", "--format", "json");

        Assert.True(result.ExitCode == 0, result.ToString());
        var mysql = result.Json.GetProperty("engines").GetProperty("mysql");
        Assert.Equal("MariaDB", mysql.GetProperty("vendor").GetString());
        Assert.Equal("local", mysql.GetProperty("source").GetString());
    }

    /// <summary><see cref="Docs.UnprivilegedUserTests"/> have nothing else.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task A_local_MySQL_serves_where_there_is_no_container()
    {
        using var sandbox = Sandbox.OfSample(tool, Path.Combine("layouts", "Folders"));
        sandbox.Environment["MIGRATEBOTH_MYSQLD"] = LocalServer("MIGRATEBOTH_TEST_MYSQLD");
        sandbox.Environment["DOCKER_HOST"] = "unix:///nonexistent/docker.sock";

        var result = await sandbox.RunAsync("verify", "--format", "json");

        Assert.True(result.ExitCode == 0, result.ToString());
        var mysql = result.Json.GetProperty("engines").GetProperty("mysql");
        Assert.Equal("MySQL", mysql.GetProperty("vendor").GetString());
        Assert.Equal("local", mysql.GetProperty("source").GetString());
    }

    private async Task AddAndVerifyAsync(string layout, bool isPortable)
    {
        using var sandbox = Sandbox.OfSample(tool, Path.Combine("layouts", layout)).On(server);

        var added = await sandbox.RunAsync("add", "Another", "--format", "json");
        Assert.True(added.ExitCode == 0, added.ToString());
        var id = added.Json.GetProperty("migration").GetProperty("id").GetString()!;
        Assert.EndsWith("_Another", id, StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateFiles(sandbox.Root, id + ".Designer.cs", SearchOption.AllDirectories).Count());

        var verified = await sandbox.RunAsync(["verify", .. isPortable ? Array.Empty<string>() : ["--skip", "behaviour"], "--format", "json"]);
        Assert.True(verified.ExitCode == 0, verified.ToString());
        // An ordinary application: nothing fails, and what no mapping of its can change is a handful of lines.
        var findings = verified.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.All(findings, finding => Assert.Equal("behaviour", finding.GetProperty("stage").GetString()));
        Assert.InRange(findings.Count, 0, isPortable ? 4 : 0);
    }

    private static string LocalServer(string variable) =>
        Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set: run eng/test.sh, or export what eng/mysql/ensure-local.sh prints.");
}
