using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>What public projects do that a template does not: handled, or named.</summary>
public sealed class RealLifeTests
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(20);

    private static readonly string[] Shared = ["20200101000000_Init", "20200101000001_Init", "20200101000002_Init"];

    [Fact]
    public async Task A_factory_that_queries_the_server_version_only_loses_its_own_options()
    {
        await using var host = await StartAsync("BookContext");

        var mySql = await host.DescribeAsync(Engine.MySql, CancellationToken.None);
        var sqlite = await host.DescribeAsync(Engine.Sqlite, CancellationToken.None);

        Assert.Equal(("8.4.0-mysql", "BookHistory"), (mySql.ConfiguredServerVersion, mySql.HistoryTable));
        Assert.Contains("IDesignTimeDbContextFactory BookFactory calls ServerVersion.AutoDetect", mySql.MissingOptions, StringComparison.Ordinal);
        Assert.Null(sqlite.MissingOptions);
        Assert.True(sqlite.Tables.Single().Columns.Single(column => column.Name == "Title").IsNullable);
    }

    [Fact]
    public async Task A_context_without_its_options_is_not_let_near_the_application_s_database()
    {
        await using var host = await StartAsync("BookContext");

        var error = await HostAssert.FailsAsync(
            "context-options-unknown",
            ExitCode.Incomplete,
            () => host.PlanApplyAsync(Engine.MySql, "Server=127.0.0.1;Port=1;Password=hunter2", target: null, CancellationToken.None));

        Assert.Contains("ServerVersion.Parse", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_queries_the_server_version_gets_a_hint_about_the_alternative()
    {
        await using var host = await Fixture.Hosted.StartAsync(Fixture.Hosted.With("HOSTED_AUTODETECT", "Server=127.0.0.1;Port=1;Password=hunter2"));

        var error = await HostAssert.FailsAsync("context-failed", ExitCode.Incomplete, () => host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Contains("ServerVersion.Parse", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_factory_for_each_engine_is_found_wherever_it_is()
    {
        await using var host = await StartAsync("StockContext");

        Assert.Equal("IDesignTimeDbContextFactory TestFactory", (await host.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ObtainedBy);
        var mySql = await host.DescribeAsync(Engine.MySql, CancellationToken.None);
        Assert.Equal(("IDesignTimeDbContextFactory ProductionFactory", "8.0.36-mysql"), (mySql.ObtainedBy, mySql.ConfiguredServerVersion));
    }

    [Fact]
    public async Task A_factory_beside_each_engine_s_migrations_is_that_engine_s()
    {
        await using var host = await Fixture.Split.StartAsync(Fixture.Split.Configuration with { Context = "DepotContext" });

        foreach (var engine in EngineNames.All)
        {
            var model = await host.DescribeAsync(engine, CancellationToken.None);
            Assert.Equal("IDesignTimeDbContextFactory DepotFactory", model.ObtainedBy);
            Assert.Equal(engine == Engine.Sqlite ? "Split.Sqlite" : "Split.MySql", model.MigrationsAssembly);
        }
    }

    [Fact]
    public async Task The_hint_for_a_factory_that_needs_a_variable_names_the_key_that_sets_it()
    {
        await using (var host = await StartAsync("VaultContext"))
        {
            var error = await HostAssert.FailsAsync("context-failed", ExitCode.Incomplete, () => host.DescribeAsync(Engine.MySql, CancellationToken.None));
            Assert.Contains("VAULT_CONNECTION is not set.", error.Message, StringComparison.Ordinal);
            Assert.Contains("\"mysql\": { \"environment\"", error.Hint, StringComparison.Ordinal);
        }

        var configuration = Fixture.RealLife.With("VAULT_CONNECTION", "Data Source=nowhere") with { Context = "VaultContext" };
        await using var second = await Fixture.RealLife.StartAsync(configuration);
        Assert.Equal("IDesignTimeDbContextFactory VaultFactory", (await second.DescribeAsync(Engine.Sqlite, CancellationToken.None)).ObtainedBy);
    }

    [Fact]
    public async Task A_constructor_that_only_a_container_can_satisfy_says_so_where_there_is_no_container()
    {
        await using var host = await StartAsync("InjectedContext");

        var error = await HostAssert.FailsAsync("context-not-found", ExitCode.Configuration, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));

        Assert.Contains("constructor of InjectedContext: it has none that is public and takes only DbContextOptions", error.Message, StringComparison.Ordinal);
        Assert.Contains("--startup-project", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_decide_the_order_whatever_they_and_the_classes_are_called()
    {
        await using var host = await StartAsync("LogContext");

        var model = await host.DescribeAsync(Engine.MySql, CancellationToken.None);

        Assert.Equal(
            [("20200101000000_Zebra", "Zebra", false), ("Aardvark", "Aardvark", false)],
            model.Migrations.Select(migration => (migration.Id, migration.Name, migration.HasTargetModel)));
        Assert.Equal("_Versions", model.HistoryTable);
    }

    [Fact]
    public async Task Migrations_see_which_provider_they_run_on_and_record_themselves_where_the_application_looks()
    {
        using var database = new SqliteFile();
        await using var host = await StartAsync("LogContext");

        var run = await host.ApplyAsync(Engine.Sqlite, database.ConnectionString, target: null, LockTimeout, CancellationToken.None);

        Assert.Null(run.Failure?.Message);
        Assert.Equal(["Aardvarks", "AskedSqlite", "Lines", "OnlySqlite", "_Versions"], database.Tables);
        var script = await host.ScriptAsync(Engine.MySql, from: null, to: null, idempotent: false, CancellationToken.None);
        Assert.Contains("CREATE TABLE OnlyMySql", script, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE AskedMySql", script, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SQL_generator_of_the_application_s_own_is_used()
    {
        using var database = new SqliteFile();
        await using var host = await StartAsync("NoteContext");

        var run = await host.ApplyAsync(Engine.Sqlite, database.ConnectionString, target: null, LockTimeout, CancellationToken.None);

        Assert.Null(run.Failure?.Message);
        Assert.Equal(["LOUD"], database.Tables);
    }

    [Theory]
    [InlineData("Catalog", "20200101000000_Init")]
    [InlineData("Sales", "20200101000001_Init")]
    [InlineData("Audit", "20200101000002_Init")]
    public async Task Three_models_in_one_project_each_see_their_own_folders_and_no_dead_ones(string model, string migration)
    {
        var configuration = Fixture.RealLife.Configuration with
        {
            Sqlite = new EngineSettings { Context = $"Sqlite{model}Context", Migrations = $"Sharing/Migrations/{model}/Sqlite" },
            MySql = new EngineSettings { Context = $"MySql{model}Context", Migrations = $"Sharing/Migrations/{model}/MySql" },
        };
        await using var host = await Fixture.RealLife.StartAsync(configuration);

        foreach (var engine in EngineNames.All)
        {
            var description = await host.DescribeAsync(engine, CancellationToken.None);
            Assert.Equal([migration], description.Migrations.Select(found => found.Id));
            Assert.DoesNotContain(migration, description.OtherContextsMigrations);
            Assert.Equal(["20200101000000_Init", "20200101000001_Init", "20200101000002_Init"], description.OtherContextsMigrations.Append(migration).Intersect(Shared).Order());
        }
    }

    [Fact]
    public async Task A_model_that_depends_on_its_provider_is_described_for_each_provider()
    {
        await using var host = await StartAsync("MeterContext");

        var sqlite = Columns(await host.DescribeAsync(Engine.Sqlite, CancellationToken.None));
        var mySql = Columns(await host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Equal((200, 100), (sqlite["Note"].MaxLength, mySql["Note"].MaxLength));
        Assert.Equal(((int?)null, (int?)20), (sqlite["Code"].MaxLength, mySql["Code"].MaxLength));
        Assert.Equal(("TEXT", "json"), (sqlite["Json"].StoreType, mySql["Json"].StoreType));
        Assert.Equal(("double", "decimal"), (sqlite["Amount"].ProviderClrType, mySql["Amount"].ProviderClrType));
        Assert.Equal(((string?)null, (string?)"utf8mb4_general_ci"), (sqlite["Note"].Collation, mySql["Note"].Collation));
    }

    [Fact]
    public async Task Code_in_a_model_that_depends_on_the_provider_is_told_apart_and_other_code_is_the_same()
    {
        await using var host = await StartAsync("PromiseContext");
        var models = new EnginePair<EngineModel>(await host.DescribeAsync(Engine.Sqlite, CancellationToken.None), await host.DescribeAsync(Engine.MySql, CancellationToken.None));

        var differing = HistoryStage.Run(models).Findings
            .Where(finding => finding.Rule == "MB109" && finding.Message.Contains(" of ", StringComparison.Ordinal) && !finding.Message.StartsWith("The stored CLR type", StringComparison.Ordinal))
            .Select(finding => $"{finding.Object} {finding.Severity}");

        Assert.Equal(
            ["Kept.Secret Info", "Promise Error", "Promise.ByMethod Error", "Promise.Captured Error", "Promise.Class Error", "Promise.OneSided Error"],
            differing.Order(StringComparer.Ordinal));
        Assert.Equal(["TR_Promises"], models.MySql.Tables.Single(table => table.Name == "Promises").Triggers);
        Assert.Equal(["Count", "Sum"], models.Sqlite.ViewColumns["Totals"]);
    }

    private static Dictionary<string, ModelColumn> Columns(EngineModel model) => model.Tables.Single().Columns.ToDictionary(column => column.Name);

    private static Task<Tool.DesignHost.IDesignHost> StartAsync(string context) =>
        Fixture.RealLife.StartAsync(Fixture.RealLife.Configuration with { Context = context });
}
