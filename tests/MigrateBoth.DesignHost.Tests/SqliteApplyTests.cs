using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.DesignHost.Tests;

public sealed class SqliteApplyTests : IDisposable
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(20);

    private readonly SqliteFile _database = new();

    [Fact]
    public async Task The_model_is_created_without_migrations()
    {
        await using var host = await Fixture.Factory.StartAsync();

        await host.CreateFromModelAsync(Engine.Sqlite, _database.ConnectionString, CancellationToken.None);

        Assert.Equal(["Authors", "Books"], _database.Tables);
    }

    [Fact]
    public async Task A_context_that_the_application_makes_is_made_as_often_as_it_is_needed()
    {
        await using var host = await Fixture.TwoContexts.StartAsync();

        for (var time = 0; time < 3; time++)
        {
            using var database = new SqliteFile();
            await host.CreateFromModelAsync(Engine.Sqlite, database.ConnectionString, CancellationToken.None);
            Assert.Equal(["Items"], database.Tables);
        }
    }

    [Fact]
    public async Task A_plan_names_every_command_and_runs_none()
    {
        await using var host = await Fixture.Options.StartAsync();

        var plan = await host.PlanApplyAsync(Engine.Sqlite, _database.ConnectionString, "AddDueAndPriority", CancellationToken.None);

        Assert.False(plan.DatabaseExists);
        Assert.Equal(["20260101000000_Init", "20260102000000_AddDueAndPriority"], plan.Pending.Select(migration => migration.Id));
        Assert.Equal(
            ["create table Jobs", "record the migration", "add column Jobs.Due", "add column Jobs.Priority", "record the migration"],
            plan.Pending.SelectMany(migration => migration.Commands).Select(command => command.Operation));
        Assert.False(File.Exists(_database.File));
    }

    [Fact]
    public async Task Migrations_are_applied_up_to_a_target_further_and_back()
    {
        await using var host = await Fixture.Options.StartAsync();

        var first = await ApplyAsync(host, "Init");
        Assert.Equal(["20260101000000_Init"], first.Completed);
        Assert.Equal(["Id", "Title"], _database.Query("SELECT name FROM pragma_table_info('Jobs') ORDER BY name"));

        var second = await ApplyAsync(host, null);
        Assert.Equal(["20260102000000_AddDueAndPriority", "20260103000000_LimitTitle"], second.Completed);

        var plan = await host.PlanApplyAsync(Engine.Sqlite, _database.ConnectionString, "0", CancellationToken.None);
        Assert.Equal(3, plan.Applied.Count);
        Assert.All(plan.Pending, migration => Assert.True(migration.IsRevert));

        var back = await ApplyAsync(host, "0");
        Assert.Equal(["20260103000000_LimitTitle", "20260102000000_AddDueAndPriority", "20260101000000_Init"], back.Completed);
        Assert.Empty(_database.Tables);
        Assert.Empty(_database.History);
    }

    [Fact]
    public async Task A_pending_model_change_does_not_keep_migrations_from_being_applied()
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.Changed);

        var run = await ApplyAsync(host, null);

        Assert.Null(run.Failure);
        Assert.Equal(3, run.Completed.Count);
    }

    [Fact]
    public async Task A_failing_migration_is_reported_command_by_command_and_leaves_no_lock()
    {
        await using var host = await Fixture.Failing.StartAsync();

        var run = await ApplyAsync(host, "Broken");

        Assert.Empty(run.Completed);
        Assert.Equal("20260102000000_Broken", run.Failure!.MigrationId);
        Assert.Equal(["create table Extra"], run.Failure.Executed.Select(command => command.Operation));
        Assert.Equal("run SQL: INSERT INTO NoSuchTable VALUES (1);", run.Failure.Failed!.Operation);
        Assert.Equal(["create table Never", "record the migration"], run.Failure.NotReached.Select(command => command.Operation));
        Assert.Contains("no such table: NoSuchTable", run.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, run.Failure.ErrorNumber);
        Assert.Empty(_database.Tables);
        Assert.Equal(0, _database.LockRows);
    }

    [Fact]
    public async Task A_scratch_database_gets_what_can_be_run_and_tells_a_failure_just_as_well()
    {
        await using var host = await Fixture.Failing.StartAsync();

        // The SQL of the migration after the broken one cannot be generated. The broken one must be reported all the same.
        var run = await host.ApplyToScratchAsync(Engine.Sqlite, _database.ConnectionString, LockTimeout, CancellationToken.None);

        Assert.Equal("20260102000000_Broken", run.Failure!.MigrationId);
        Assert.Equal(["create table Extra"], run.Failure.Executed.Select(command => command.Operation));
        Assert.Equal("run SQL: INSERT INTO NoSuchTable VALUES (1);", run.Failure.Failed!.Operation);
        Assert.Equal(["create table Never", "record the migration"], run.Failure.NotReached.Select(command => command.Operation));
    }

    [Fact]
    public async Task Nothing_runs_when_the_SQL_of_a_later_migration_cannot_be_generated()
    {
        await using var host = await Fixture.Failing.StartAsync();

        var run = await ApplyAsync(host, null);

        Assert.Empty(run.Completed);
        Assert.Equal("20260103000000_Impossible", run.Failure!.MigrationId);
        Assert.Null(run.Failure.Failed);
        Assert.False(File.Exists(_database.File));
        await HostAssert.FailsAsync(
            "sql-generation-failed",
            ExitCode.Incomplete,
            () => host.PlanApplyAsync(Engine.Sqlite, _database.ConnectionString, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_cancelled_run_stops_in_the_middle_of_a_command_and_leaves_no_lock()
    {
        await using var host = await Fixture.Slow.StartAsync();
        using var cancellation = new CancellationTokenSource();
        host.Progress += progress =>
        {
            if (progress.Text.Contains("20260102000000_Sleep", StringComparison.Ordinal))
            {
                cancellation.CancelAfter(TimeSpan.FromSeconds(1));
            }
        };

        var run = await host.ApplyAsync(Engine.Sqlite, _database.ConnectionString, null, LockTimeout, cancellation.Token);

        Assert.True(run.Failure!.IsCancelled);
        Assert.Equal("20260102000000_Sleep", run.Failure.MigrationId);
        Assert.Equal(["run SQL: INSERT INTO Quick VALUES (1);"], run.Failure.Executed.Select(command => command.Operation));
        Assert.Equal(run.Completed, _database.History);
        Assert.Equal(0, _database.LockRows);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_waits_for_the_lock_applies_nothing()
    {
        await using var host = await Fixture.Options.StartAsync();
        await ApplyAsync(host, "Init");
        _database.Query("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00+00:00') RETURNING Timestamp");
        using var cancellation = new CancellationTokenSource();
        host.Progress += progress =>
        {
            if (progress.Text.StartsWith("waiting for EF Core's migration lock", StringComparison.Ordinal))
            {
                cancellation.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.ApplyAsync(Engine.Sqlite, _database.ConnectionString, null, LockTimeout, cancellation.Token));

        Assert.Equal(["20260101000000_Init"], _database.History);
        Assert.Equal(1, _database.LockRows);
    }

    [Fact]
    public async Task The_wait_for_the_lock_is_bounded_and_the_holder_s_row_is_kept()
    {
        await using var host = await Fixture.Options.StartAsync();
        await ApplyAsync(host, "Init");
        _database.Query("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00+00:00') RETURNING Timestamp");

        var run = await host.ApplyAsync(
            Engine.Sqlite, _database.ConnectionString, null, TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.True(run.Failure!.IsLockTimeout);
        Assert.Contains("2026-01-01 00:00:00+00:00", run.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("DELETE FROM \"__EFMigrationsLock\";", run.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, _database.LockRows);
        Assert.Equal(["20260101000000_Init"], _database.History);
    }

    [Fact]
    public async Task A_migration_that_does_not_exist_is_answered_with_those_that_do()
    {
        await using var host = await Fixture.Options.StartAsync();

        var error = await HostAssert.FailsAsync("migration-not-found", ExitCode.Configuration, () => ApplyAsync(host, "Nonsense"));

        Assert.Contains("20260103000000_LimitTitle", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_a_migrated_and_a_created_database_can_be_made_at_once()
    {
        using var other = new SqliteFile();
        await using var host = await Fixture.Options.StartAsync();

        await Task.WhenAll(
            ApplyAsync(host, null), host.CreateFromModelAsync(Engine.Sqlite, other.ConnectionString, CancellationToken.None));

        Assert.Equal(["Jobs"], _database.Tables);
        Assert.Equal(["Jobs"], other.Tables);
    }

    [Fact]
    public async Task Ids_that_the_project_does_not_have_are_unknown()
    {
        await using var host = await Fixture.Options.StartAsync();
        await ApplyAsync(host, "Init");
        _database.Query("INSERT INTO __EFMigrationsHistory VALUES ('20250101000000_Gone', '9.0.0') RETURNING MigrationId");

        var plan = await host.PlanApplyAsync(Engine.Sqlite, _database.ConnectionString, null, CancellationToken.None);

        Assert.Equal(["20250101000000_Gone"], plan.Unknown);
    }

    public void Dispose() => _database.Dispose();

    private Task<MigrationRun> ApplyAsync(IDesignHost host, string? target) =>
        host.ApplyAsync(Engine.Sqlite, _database.ConnectionString, target, LockTimeout, CancellationToken.None);
}
