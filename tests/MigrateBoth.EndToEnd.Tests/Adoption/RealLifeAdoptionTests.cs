using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Adoption;

/// <summary>
/// Applications in the shapes that public ones have, each taken from untouched to verified by <c>init --adopt --yes</c> and <c>verify</c>
/// alone. None of them has a database or a server at design time, and none may miss it.
/// </summary>
[Collection(WithInstalledTool.Name)]
public sealed class RealLifeAdoptionTests(InstalledTool tool, MySqlContainer server)
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task Bookshop_asks_a_server_for_its_version_and_checks_the_provider_in_its_migrations()
    {
        using var sandbox = Sample("Bookshop");
        var builds = sandbox.PathOf("builds.log");
        await File.WriteAllTextAsync(
            sandbox.PathOf("Directory.Build.targets"),
            $"""<Project><Target Name="CountBuilds" AfterTargets="Build"><WriteLinesToFile File="{builds}" Lines="built" /></Target></Project>""");

        await AdoptAsync(sandbox);
        var verified = await VerifyAsync(sandbox);

        Assert.True(verified.ExitCode == 0, verified.ToString());

        // Once to try what init concludes, once to verify.
        Assert.Equal(2, (await File.ReadAllLinesAsync(builds)).Length);
        Assert.Equal(["MB111", "MB290", "MB371"], Rules(verified));
        Assert.Contains("MySqlFactory calls ServerVersion.AutoDetect", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Clinic_migrates_in_its_constructor_and_works_in_the_background_on_histories_that_never_matched()
    {
        using var sandbox = Sample("Clinic");

        await AdoptAsync(sandbox);
        var verified = await VerifyAsync(sandbox);

        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.False(File.Exists(sandbox.PathOf("clinic.db")), "the application's database was made");
        Assert.False(File.Exists(sandbox.PathOf("reminders-started")), "the application's background service ran");
        Assert.Contains("20240902100000_FirstForMySql", await File.ReadAllTextAsync(sandbox.PathOf("migrateboth.json")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Warehouse_shares_one_database_and_one_history_table_among_its_contexts()
    {
        using var sandbox = Sample("Warehouse");

        foreach (var (project, tables) in new[] { ("Warehouse.Stock", 2), ("Warehouse.Billing", 1) })
        {
            // A configuration is for one pair of histories: each application has its own.
            await AdoptAsync(sandbox, project, "--project", ".");
            var verified = await VerifyAsync(sandbox, project);

            Assert.True(verified.ExitCode == 0, verified.ToString());
            Assert.Contains($"MySQL schemas: {tables} tables", verified.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Archive_has_old_migrations_without_Designer_files_and_one_that_a_newer_server_refuses()
    {
        using var sandbox = Sample("Archive");
        OldMigrations.Write(sandbox, "Archive", "ArchiveContext", count: 60);

        await AdoptAsync(sandbox);
        var verified = await VerifyAsync(sandbox);
        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Contains("60 MySQL migrations have no Designer file", verified.Output, StringComparison.Ordinal);

        // The word became reserved in MySQL 8.0. What can still be checked is checked, and the result is not a pass.
        OldMigrations.WriteOne(sandbox, "Archive", "ArchiveContext", "MySql", "20170101000000_Groups", "CREATE TABLE Groups (Id int); DROP TABLE Groups;");
        OldMigrations.WriteOne(sandbox, "Archive", "ArchiveContext", "Sqlite", "20170101000000_Groups", "SELECT 1;");
        var refused = await VerifyAsync(sandbox);
        Assert.True(refused.ExitCode == 2, refused.ToString());
        Assert.Equal(["history passed", "drift incomplete", "parity incomplete"], Stages(refused).Take(3));
        Assert.All(refused.Json.GetProperty("stages").EnumerateArray().Take(3), stage => Assert.NotEqual(0, stage.GetProperty("checked").GetInt32()));
        var finding = refused.Json.GetProperty("findings").EnumerateArray().First(found => found.GetProperty("rule").GetString() == "MB905");
        Assert.Equal("20170101000000_Groups", finding.GetProperty("object").GetString());
        Assert.Contains("CREATE TABLE Groups", finding.GetProperty("expected").GetString(), StringComparison.Ordinal);
        Assert.Contains("1064", finding.GetProperty("actual").GetString(), StringComparison.Ordinal);
        Assert.Contains("reserved", finding.GetProperty("advice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Meters_differ_on_purpose_and_stay_pinned_to_that_difference()
    {
        using var sandbox = Sample("Meters");
        await AdoptAsync(sandbox);

        var found = await VerifyAsync(sandbox, "", "--fail-on", "warning");
        Assert.True(found.ExitCode == 1, found.ToString());
        var stored = found.Json.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("rule").GetString() == "MB109" && finding.GetProperty("expected").GetString() == "double");
        Assert.Equal(("Readings.Value", "decimal"), (stored.GetProperty("object").GetString(), stored.GetProperty("actual").GetString()));

        var accepted = await VerifyAsync(sandbox, "", "--fail-on", "warning", "--no-build", "--accept-current", "--reason", "SQLite cannot sort a decimal");
        Assert.True(accepted.ExitCode == 0, accepted.ToString());
        var again = await VerifyAsync(sandbox, "", "--fail-on", "warning", "--no-build");
        Assert.True(again.ExitCode == 0, again.ToString());

        // Another difference of the same property is not what was accepted.
        var context = sandbox.PathOf("MeterContext.cs");
        await File.WriteAllTextAsync(context, (await File.ReadAllTextAsync(context)).Replace("HasConversion<double>()", "HasConversion<long>()", StringComparison.Ordinal));
        var changed = await sandbox.RunAsync("status", "--fail-on", "warning", "--format", "json");
        Assert.True(changed.ExitCode == 2, changed.ToString());
        Assert.Contains("MB908", Rules(changed));
        Assert.Contains(changed.Json.GetProperty("findings").EnumerateArray(), finding =>
            !finding.GetProperty("accepted").GetBoolean() && finding.TryGetProperty("expected", out var expected) && expected.GetString() == "long");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Gateway_is_made_by_its_container_alone_and_drags_dead_migrations_along()
    {
        using var sandbox = Sample("Gateway");

        await AdoptAsync(sandbox);
        var verified = await VerifyAsync(sandbox);

        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Contains("gw_routes", await File.ReadAllTextAsync(sandbox.PathOf("Migrations", "Sqlite", "GatewaySqliteContextModelSnapshot.cs")), StringComparison.Ordinal);
        Assert.Contains("models: 2 tables, 1 and 1 migrations", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_model_of_300_entities_behind_200_old_migrations_is_adopted_like_any_other()
    {
        using var sandbox = Sample("Archive");
        await File.WriteAllTextAsync(sandbox.PathOf("Giant.cs"), GiantModel.Source("Archive", entities: 300));
        var context = sandbox.PathOf("ArchiveContext.cs");
        await File.WriteAllTextAsync(context, (await File.ReadAllTextAsync(context)).Replace(
            "modelBuilder.Entity<Document>().HasIndex", "GiantModel.Map(modelBuilder);\n        modelBuilder.Entity<Document>().HasIndex", StringComparison.Ordinal));
        OldMigrations.Write(sandbox, "Archive", "ArchiveContext", count: 200);

        await AdoptAsync(sandbox);
        var added = await sandbox.RunAsync("add", "Giant");
        Assert.True(added.ExitCode == 0, added.ToString());
        var verified = await VerifyAsync(sandbox);

        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Equal(301, verified.Json.GetProperty("model").GetProperty("tables").GetInt32());
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Tables_of_mixed_case_are_the_same_on_a_server_that_folds_their_names()
    {
        await using var folding = await OwnServer.StartAsync(foldsTableNames: true);
        using var sandbox = Sample("Warehouse");

        foreach (var project in new[] { "Warehouse.Stock", "Warehouse.Billing" })
        {
            await AdoptAsync(sandbox, project, "--project", ".");
            var verified = await sandbox.RunInAsync(project, "verify", "--skip", "behaviour", "--mysql", folding.ConnectionString, "--format", "json");
            Assert.True(verified.ExitCode == 0, verified.ToString());
        }
    }

    private static IEnumerable<string> Rules(ToolResult result) =>
        result.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()!).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Stages(ToolResult result) =>
        result.Json.GetProperty("stages").EnumerateArray().Select(stage => $"{stage.GetProperty("name").GetString()} {stage.GetProperty("status").GetString()}");

    private static async Task AdoptAsync(Sandbox sandbox, string folder = "", params string[] more)
    {
        var result = await sandbox.RunInAsync(folder, ["init", "--adopt", "--yes", .. more]);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(File.Exists(sandbox.PathOf(folder, "migrateboth.json")), result.ToString());
    }

    private Task<ToolResult> VerifyAsync(Sandbox sandbox, string folder = "", params string[] more) =>
        sandbox.RunInAsync(folder, ["verify", "--skip", "behaviour", "--mysql", server.ConnectionString, "--format", "json", .. more]);

    private Sandbox Sample(string name)
    {
        var sandbox = Sandbox.OfSample(tool, Path.Combine("adoption", name));

        // For contexts that leave their options to the tool: what the server of these tests is.
        sandbox.Environment["MIGRATEBOTH_MYSQL_VERSION"] = "9.7";
        return sandbox;
    }
}
