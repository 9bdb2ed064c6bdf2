using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Docs;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Adoption;

/// <summary>
/// Applications in the shapes that solutions grow into, each taken from untouched to verified by <c>init --adopt --yes</c> and <c>verify</c>
/// alone. Where docs/adopting.md tells of a shape, it is the page's own commands that run.
/// </summary>
[Collection(WithInstalledTool.Name)]
public sealed class AdoptionTests(InstalledTool tool, MySqlContainer server)
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task Library_has_central_versions_a_blank_in_its_project_s_name_and_one_squashed_history()
    {
        using var sandbox = Sample("Library");

        var results = await RunPageAsync(sandbox, "Step by step");

        Assert.Equal(6, results.Count);
        Assert.Equal(
            ("20240903141500_AddPriceAndExtension", "20250610120000_Current"),
            (Configured(sandbox, "baseline", "sqlite"), Configured(sandbox, "baseline", "mysql")));

        // It tells the two folders apart by itself: nothing is left to do by hand.
        Assert.DoesNotContain("package MigrateBoth.EntityFrameworkCore", results[1].Output, StringComparison.Ordinal);
        Assert.Contains("models: 3 tables, 3 and 2 migrations", results[3].Error, StringComparison.Ordinal);
        Assert.Contains("MB371", results[3].Output, StringComparison.Ordinal);
        Assert.NotEmpty(Configuration(sandbox).GetProperty("accept").EnumerateArray());
    }

    [Fact]
    public async Task Kiosk_has_two_migration_projects_and_a_switch_of_its_own_in_a_third()
    {
        using var sandbox = Sample("Kiosk");

        await AdoptAsync(sandbox);
        var verified = await VerifyAsync(sandbox);

        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Equal("Kiosk.Web", Configured(sandbox, "startupProject"));
        Assert.Equal(["--provider", "sqlite", "--provider", "mysql"], Arguments(sandbox, "sqlite").Concat(Arguments(sandbox, "mysql")));
        Assert.DoesNotContain("MB111", verified.Output, StringComparison.Ordinal);
        Assert.Equal("20240115102233_Initial", Configured(sandbox, "baseline", "mysql"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Journal_has_one_context_per_provider_under_one_name()
    {
        using var sandbox = Sample("Journal");

        await AdoptAsync(sandbox);
        var verified = await VerifyAsync(sandbox);

        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Equal(
            ("Journal.Data.Sqlite.JournalContext", "Journal.Data.MySql.JournalContext"),
            (Configured(sandbox, "sqlite", "context"), Configured(sandbox, "mysql", "context")));

        // Its histories match already: nothing is exempt.
        Assert.Null(Configured(sandbox, "baseline", "sqlite"));
        Assert.Contains("1 and 1 migrations", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Clubhouse_has_two_models_whose_contexts_are_called_the_same()
    {
        using var sandbox = Sample("Clubhouse");

        var unnamed = await sandbox.RunAsync("init", "--adopt", "--yes");
        Assert.True(unnamed.ExitCode == 78, unnamed.ToString());
        Assert.Contains("Clubhouse.Members.MembersContext", unnamed.Error, StringComparison.Ordinal);

        var results = await RunPageAsync(sandbox, "Several models");

        Assert.Equal(4, results.Count);
        Assert.Contains("Clubhouse.Members.SqliteContext", results[2].Output, StringComparison.Ordinal);
        Assert.Contains("Clubhouse.Bookings.SqliteContext", results[3].Output, StringComparison.Ordinal);
        Assert.All(results.Skip(2), verified => Assert.Contains("models: 2 tables, 1 and 1 migrations", verified.Error, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Tickets_has_migrations_of_MySQL_only_and_lives_from_EnsureCreated_on_SQLite()
    {
        using var sandbox = Sample("Tickets");

        var results = await RunPageAsync(sandbox, "Migrations of one engine only");

        Assert.Equal(2, results.Count);
        Assert.Equal("20210420063000_Initial", Configured(sandbox, "baseline", "mysql"));
        var first = Configured(sandbox, "baseline", "sqlite");
        Assert.True(File.Exists(sandbox.PathOf("Tickets.Data", "Migrations", first + ".cs")), results[0].ToString());
        Assert.Equal(("sqlite", "mysql"), (Configured(sandbox, "sqlite", "environment", "DB_PROVIDER"), Configured(sandbox, "mysql", "environment", "DB_PROVIDER")));
        Assert.All(results, result => Assert.Contains("Passed: history, drift, parity", result.Output, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(sandbox.Root, "tickets.db", SearchOption.AllDirectories));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Sensors_has_a_multi_targeted_library_a_Startup_and_its_choice_in_appsettings()
    {
        using var sandbox = Sample("Sensors");

        var adopted = await AdoptAsync(sandbox);
        var verified = await VerifyAsync(sandbox);

        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Equal(("Sensors.Data", "Sensors.Data.MySql"), (Configured(sandbox, "sqlite", "project"), Configured(sandbox, "mysql", "project")));
        Assert.Equal("mysql", Configured(sandbox, "mysql", "environment", "Database__Provider"));
        Assert.DoesNotContain("need --framework", adopted.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MB111", verified.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(sandbox.Root, "sensors.db", SearchOption.AllDirectories));
    }

    [Fact]
    public void Every_command_of_the_page_is_in_a_section_that_runs() => Assert.Equal(
        AdoptingPage.Commands(),
        new[] { "Step by step", "Several models", "Migrations of one engine only" }.SelectMany(AdoptingPage.Commands));

    private static string? Configured(Sandbox sandbox, params string[] path)
    {
        var element = Configuration(sandbox);
        return path.All(name => element.TryGetProperty(name, out element)) ? element.GetString() : null;
    }

    private static IEnumerable<string?> Arguments(Sandbox sandbox, string engine) =>
        Configuration(sandbox).GetProperty(engine).GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString());

    private static JsonElement Configuration(Sandbox sandbox) => JsonDocument.Parse(File.ReadAllText(sandbox.PathOf("migrateboth.json"))).RootElement;

    private static async Task<ToolResult> AdoptAsync(Sandbox sandbox, params string[] more)
    {
        var result = await sandbox.RunAsync(["init", "--adopt", "--yes", .. more]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }

    /// <summary>The commands of one section of docs/adopting.md, in its order; all of them succeed.</summary>
    private static async Task<IReadOnlyList<ToolResult>> RunPageAsync(Sandbox sandbox, string section)
    {
        var results = new List<ToolResult>();
        foreach (var command in AdoptingPage.Commands(section))
        {
            var result = await sandbox.RunAsync([.. DocumentedCommandTests.Arguments(command)]);
            Assert.True(result.ExitCode == 0, $"{command}\n{result}");
            results.Add(result);
        }

        return results;
    }

    private static Task<ToolResult> VerifyAsync(Sandbox sandbox, params string[] more) =>
        sandbox.RunAsync(["verify", "--skip", "behaviour", "--format", "json", .. more]);

    private Sandbox Sample(string name)
    {
        var sandbox = Sandbox.OfSample(tool, Path.Combine("adoption", name));

        sandbox.Environment["MIGRATEBOTH_MYSQL"] = server.ConnectionString;

        // For contexts that leave their options to the tool: what the server of these tests is.
        sandbox.Environment["MIGRATEBOTH_MYSQL_VERSION"] = "9.7";
        return sandbox;
    }
}
