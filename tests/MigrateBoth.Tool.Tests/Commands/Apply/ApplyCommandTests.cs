using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Locks;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Apply;

public sealed class ApplyCommandTests
{
    private const string MySql = "Server=db;Database=shop;User=app;Password=hunter2";
    private const string First = "20250101000000_First";
    private const string Second = "20250202000000_Second";

    [Fact]
    public async Task Without_a_database_it_shows_an_example()
    {
        using var project = new FakeProject();

        var run = await project.RunAsync("apply");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("apply --sqlite shop.db", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mysql", "Server=db;Databse=shop;Password=hunter2")]
    [InlineData("--mysql", "Server=db;Password=hunter2")]
    [InlineData("--sqlite", "Foo=bar;Password=hunter2")]
    public async Task A_bad_connection_string_is_reported_without_the_password_before_anything_is_built(string option, string text)
    {
        using var project = new FakeProject();

        var run = await project.RunAsync("apply", option, text, "--format", "json");

        Assert.Equal(78, run.ExitCode);
        Assert.Equal("connection-invalid", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain("hunter2", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Empty(project.Host.Requests);
    }

    [Fact]
    public async Task The_plan_names_new_databases_and_what_may_be_lost()
    {
        using var project = ProjectWithPlan();

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--mysql", MySql, "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            $"""
            SQLite: {Path.Combine(project.Directory, "shop.db")} (does not exist: it will be created)
              apply {First}, 3 command(s)
              apply {Second}, 3 command(s); may lose data: drop column Orders.Old
            MySQL: app@db:3306/shop
              apply {First}, 3 command(s)
              apply {Second}, 3 command(s); may lose data: drop column Orders.Old

            Dry run: nothing was applied.

            """,
            run.Out);
        Assert.DoesNotContain(project.Host.Requests, request => request.StartsWith("apply", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_verbose_dry_run_shows_the_sql()
    {
        using var project = ProjectWithPlan();

        var run = await project.RunAsync("apply", "--mysql", MySql, "--dry-run", "--verbose");

        Assert.Contains("      CREATE TABLE `T_20250101000000_First` (\n        `Id` int\n      );\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_is_shown_before_and_the_result_after()
    {
        using var project = ProjectWithPlan();
        project.Host.Runs[Engine.Sqlite] = () => Run(Engine.Sqlite, [First, Second]);
        project.Host.Runs[Engine.MySql] = () => Run(Engine.MySql, [First, Second]);

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--mysql", MySql, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"  apply {First}, 3 command(s)", run.Error, StringComparison.Ordinal);
        Assert.All(run.Json.GetProperty("databases").EnumerateArray(), database =>
        {
            Assert.Equal("applied", database.GetProperty("status").GetString());
            Assert.Equal([First, Second], database.GetProperty("completed").EnumerateArray().Select(id => id.GetString()));
        });
    }

    [Fact]
    public async Task With_nothing_pending_the_migrator_is_not_started()
    {
        using var project = new FakeProject(First);
        project.Host.Plans[Engine.Sqlite] = project.Host.Plans[Engine.Sqlite] with { Applied = [First] };

        var run = await project.RunAsync("apply", "--sqlite", "shop.db");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("nothing to do, 1 migration(s) are applied", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(project.Host.Requests, request => request.StartsWith("apply", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_on_one_engine_does_not_hide_what_became_of_the_other()
    {
        using var project = ProjectWithPlan();
        project.Host.Runs[Engine.Sqlite] = () => Run(Engine.Sqlite, [First, Second]);
        project.Host.Runs[Engine.MySql] = () => HalfWay(project, Engine.MySql);

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--mysql", MySql);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"  applied {Second}", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"""
            MySQL: app@db:3306/shop
              applied {First}
              failed {Second}: Unknown column (error 1054)
              {RefusalRecipes.For(Engine.MySql, 1054, string.Empty)}
                stays        create table T_{Second}
                failed       UPDATE Nowhere SET X = 1;
                not reached  record the migration
              MySQL commits DDL at once
            """,
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains($"the last one is: INSERT INTO history VALUES ('{Second}');", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_sqlite_the_same_failure_is_rolled_back()
    {
        using var project = ProjectWithPlan();
        project.Host.Runs[Engine.Sqlite] = () => HalfWay(project, Engine.Sqlite) with { Completed = [] };

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--format", "json");

        var database = run.Json.GetProperty("databases")[0];
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("failed", database.GetProperty("status").GetString());
        Assert.Equal([First], database.GetProperty("rolledBack").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(
            ["rolledBack", "failed", "notReached"],
            database.GetProperty("failure").GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("state").GetString()));
        Assert.StartsWith("Nothing of this migration stays", database.GetProperty("failure").GetProperty("wayOut").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_host_is_unknown_and_never_a_pass()
    {
        using var project = ProjectWithPlan();
        project.Host.Runs[Engine.Sqlite] = () => Run(Engine.Sqlite, [First, Second]);
        project.Host.Runs[Engine.MySql] = () => throw new MigrateBothException(ExitCode.Incomplete, "host-died", "The design host ended.");

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--mysql", MySql, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["applied", "unknown"], run.Json.GetProperty("databases").EnumerateArray().Select(database => database.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_lock_that_is_freed_in_time_is_waited_for()
    {
        using var project = ProjectWithPlan();
        var held = new MigrationObstacles(new MigrationLock("connection 7 (app@host, Query for 3 s)", null, IsHolderAtWork: true, "KILL 7;"), []);
        project.Locks[Engine.MySql].Answer(held, held, MigrationObstacles.None);
        project.Host.Runs[Engine.MySql] = () => Run(Engine.MySql, [First, Second]);

        var run = await project.RunAsync("apply", "--mysql", MySql);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, project.Locks[Engine.MySql].Looks);
        Assert.Single(run.Error.Split('\n'), line => line.Contains("Waiting for EF Core's migration lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lock_that_is_not_released_is_reported_with_its_holder_and_nothing_is_applied()
    {
        using var project = ProjectWithPlan();
        project.Locks[Engine.MySql].Answer(new MigrationObstacles(new MigrationLock("connection 7 (app@host, Query for 3 s)", null, IsHolderAtWork: true, "KILL 7;"), []));
        project.Host.Runs[Engine.Sqlite] = () => Run(Engine.Sqlite, [First, Second]);
        var start = project.Clock.Now;

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--mysql", MySql, "--lock-timeout", "90s");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("held by connection 7 (app@host, Query for 3 s)", run.Error, StringComparison.Ordinal);
        Assert.Contains("KILL 7;", run.Error, StringComparison.Ordinal);
        Assert.InRange(project.Clock.Now - start, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(92));
        Assert.DoesNotContain(project.Host.Requests, request => request.StartsWith("apply", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lock_that_does_not_keep_all_migrators_away_is_said_before_it_is_relied_on()
    {
        using var project = ProjectWithPlan();
        project.Locks[Engine.MySql].Answer(MigrationObstacles.None with { LockCaveat = LockReach.Spread });
        project.Host.Runs[Engine.MySql] = () => Run(Engine.MySql, [First, Second]);

        var run = await project.RunAsync("apply", "--mysql", MySql);

        Assert.Equal(0, run.ExitCode);
        var warning = Assert.Single(run.Error.Split('\n'), line => line.Contains(LockReach.Spread, StringComparison.Ordinal));
        Assert.Contains("--no-lock", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_lock_without_a_sign_of_life_is_called_abandoned_without_waiting_long()
    {
        using var project = ProjectWithPlan();
        project.Locks[Engine.Sqlite].Answer(new MigrationObstacles(new MigrationLock("a row", TimeSpan.FromHours(3), IsHolderAtWork: false, "DELETE FROM \"__EFMigrationsLock\";"), []));
        var start = project.Clock.Now;

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--format", "json");

        var error = run.Json.GetProperty("error");
        Assert.Equal("migrations-locked", error.GetProperty("code").GetString());
        Assert.Contains("3 hours ago", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("most likely killed", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("DELETE FROM \"__EFMigrationsLock\";", error.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.True(project.Clock.Now - start < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Leftovers_of_a_rebuild_stop_the_command_with_the_statement_that_clears_them()
    {
        using var project = ProjectWithPlan();
        project.Locks[Engine.Sqlite].Answer(new MigrationObstacles(null, [new MigrationLeftover("ef_temp_Orders", "A copy.", "DROP TABLE \"ef_temp_Orders\";")]));

        var run = await project.RunAsync("apply", "--sqlite", "shop.db");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("DROP TABLE \"ef_temp_Orders\";", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(project.Host.Requests, request => request.StartsWith("apply", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Going_back_names_what_goes_with_it()
    {
        using var project = ProjectWithPlan();
        project.Host.MigrationOperations[Second] = [FakeDesignHost.Operation("add column Orders.Note")];
        project.Host.Plans[Engine.Sqlite] = project.Host.Plans[Engine.Sqlite] with { Applied = [First, Second], Pending = [new PlannedMigration(Second, IsRevert: true, [])] };

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--to", "First", "--dry-run");

        Assert.Contains($"revert {Second}, 0 command(s); may lose data: undoes 'add column Orders.Note'", run.Out, StringComparison.Ordinal);
        Assert.Contains($"plan sqlite {First}", project.Host.Requests);
    }

    [Fact]
    public async Task Unknown_migrations_in_the_database_and_late_ones_are_warned_about()
    {
        using var project = ProjectWithPlan();
        project.Host.Plans[Engine.Sqlite] = project.Host.Plans[Engine.Sqlite] with { Applied = ["20250115000000_Foreign"], Unknown = ["20250115000000_Foreign"] };

        var run = await project.RunAsync("apply", "--sqlite", "shop.db", "--dry-run", "--format", "json");

        Assert.Equal(["database-ahead", "out-of-order"], run.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    private static FakeProject ProjectWithPlan()
    {
        var project = new FakeProject(First, Second);
        project.Host.MigrationOperations[Second] = [FakeDesignHost.Operation("drop column Orders.Old", destructive: true)];
        foreach (var engine in EngineNames.All)
        {
            project.Host.Plans[engine] = new MigrationPlan
            {
                Engine = engine,
                DatabaseExists = engine == Engine.MySql,
                Applied = [],
                Unknown = [],
                Pending = [Planned(First), Planned(Second)],
            };
        }

        return project;
    }

    private static PlannedMigration Planned(string id) => new(id, IsRevert: false,
    [
        new PlannedCommand($"create table T_{id}", $"CREATE TABLE `T_{id}` (\n  `Id` int\n);\n", SuppressesTransaction: false),
        new PlannedCommand(null, "UPDATE Nowhere\n  SET X = 1;", SuppressesTransaction: false),
        new PlannedCommand("record the migration", $"INSERT INTO history VALUES ('{id}');", SuppressesTransaction: false),
    ]);

    private static MigrationRun Run(Engine engine, IReadOnlyList<string> completed) => new() { Engine = engine, Completed = completed };

    private static MigrationRun HalfWay(FakeProject project, Engine engine)
    {
        var commands = project.Host.Plans[engine].Pending[1].Commands;
        return new MigrationRun
        {
            Engine = engine,
            Completed = [First],
            Failure = new MigrationFailure
            {
                MigrationId = Second,
                Executed = [commands[0]],
                Failed = commands[1],
                NotReached = [commands[2]],
                Message = "Unknown column",
                ErrorNumber = 1054,
            },
        };
    }
}
