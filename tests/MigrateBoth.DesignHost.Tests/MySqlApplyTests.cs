using System.Globalization;
using MigrateBoth.Core;
using MySqlConnector;

namespace MigrateBoth.DesignHost.Tests;

public sealed class MySqlApplyTests(MySqlServer server) : IClassFixture<MySqlServer>
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(20);

    [MySqlFact]
    public async Task Migrations_are_applied_and_reverted()
    {
        var database = await server.CreateDatabaseAsync();
        await using var host = await Fixture.Options.StartAsync();

        var run = await host.ApplyAsync(Engine.MySql, database, null, LockTimeout, CancellationToken.None);
        Assert.Null(run.Failure);
        Assert.Equal(3, run.Completed.Count);
        Assert.Equal(["Due", "Id", "Priority", "Title"], await QueryAsync(
            database, "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'Jobs' ORDER BY COLUMN_NAME"));

        var back = await host.ApplyAsync(Engine.MySql, database, "0", LockTimeout, CancellationToken.None);
        Assert.Equal(3, back.Completed.Count);
        Assert.Equal(["__EFMigrationsHistory"], await QueryAsync(database, "SHOW TABLES"));
    }

    [MySqlFact]
    public async Task The_model_is_created_without_migrations()
    {
        var database = await server.CreateDatabaseAsync();
        await using var host = await Fixture.Factory.StartAsync();

        await host.CreateFromModelAsync(Engine.MySql, database, CancellationToken.None);

        Assert.Equal(["Authors", "Books"], await QueryAsync(database, "SHOW TABLES"));
    }

    [MySqlFact]
    public async Task A_foreign_key_to_another_context_s_table_is_taken_once_a_stand_in_is_there()
    {
        var fixture = Fixture.RealLife;
        await using var host = await fixture.StartAsync(fixture.Configuration with { MySql = new Core.Configuration.EngineSettings { Context = "MySqlSalesContext" } });
        var (alone, together, created) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());

        var refused = await host.ApplyAsync(Engine.MySql, alone, null, LockTimeout, CancellationToken.None);
        var standIns = await host.CreateStandInsAsync(Engine.MySql, together, CancellationToken.None);
        var taken = await host.ApplyAsync(Engine.MySql, together, null, LockTimeout, CancellationToken.None);
        await host.CreateStandInsAsync(Engine.MySql, created, CancellationToken.None);
        await host.CreateFromModelAsync(Engine.MySql, created, CancellationToken.None);

        Assert.Equal(1824, refused.Failure!.ErrorNumber);
        Assert.Equal(["Products"], standIns);
        Assert.Null(taken.Failure);
        Assert.Equal(["Products", "Sales", "__EFMigrationsHistory"], await QueryAsync(together, "SHOW TABLES"));
        Assert.Equal(["Products", "Sales"], await QueryAsync(created, "SHOW TABLES"));
    }

    [MySqlFact]
    public async Task A_migration_that_fails_half_way_is_reported_command_by_command()
    {
        var database = await server.CreateDatabaseAsync();
        await using var host = await Fixture.Failing.StartAsync();

        var run = await host.ApplyAsync(Engine.MySql, database, "Broken", LockTimeout, CancellationToken.None);

        Assert.Equal(["20260101000000_Good"], run.Completed);
        Assert.Equal("20260102000000_Broken", run.Failure!.MigrationId);
        Assert.Equal(["create table Extra"], run.Failure.Executed.Select(command => command.Operation));
        Assert.Equal("run SQL: INSERT INTO NoSuchTable VALUES (1);", run.Failure.Failed!.Operation);
        Assert.Equal(1146, run.Failure.ErrorNumber);
        Assert.Equal(["Entries", "Extra", "__EFMigrationsHistory"], await QueryAsync(database, "SHOW TABLES"));
    }

    [MySqlFact]
    public async Task The_wait_for_the_lock_is_bounded_and_names_its_holder()
    {
        var database = await server.CreateDatabaseAsync();
        await using var holder = await server.HoldLockAsync(database);
        await using var host = await Fixture.Options.StartAsync();
        var run = await host.ApplyAsync(Engine.MySql, database, null, TimeSpan.FromSeconds(2), CancellationToken.None);

        Assert.True(run.Failure!.IsLockTimeout);
        Assert.Contains($"KILL {holder.ServerThread.ToString(CultureInfo.InvariantCulture)};", run.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("root@", run.Failure.Message, StringComparison.Ordinal);
    }

    [MySqlFact]
    public async Task A_session_that_is_ended_while_it_waits_for_the_lock_is_no_lock_timeout()
    {
        // A database that does not exist is the one case in which EF Core itself waits, instead of the host before it.
        var database = await server.CreateDatabaseAsync() + "_absent";
        await using var holder = await server.HoldLockAsync(database);
        await using var host = await Fixture.Options.StartAsync();
        var applying = host.ApplyAsync(Engine.MySql, database, null, TimeSpan.FromSeconds(60), CancellationToken.None);

        var waiting = await MySqlServer.WaitingSessionAsync(holder);
        await using (var release = holder.CreateCommand())
        {
            release.CommandText = $"KILL {waiting}; SELECT RELEASE_ALL_LOCKS()";
            await release.ExecuteNonQueryAsync();
        }

        var run = await applying;

        Assert.False(run.Failure!.IsLockTimeout);
        Assert.Empty(run.Completed);
        Assert.StartsWith("EF Core's migration lock could not be taken, so nothing was applied. ", run.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("It is free now", run.Failure.Message, StringComparison.Ordinal);
        Assert.NotNull(run.Failure.ErrorNumber);
    }

    [MySqlFact]
    public async Task A_database_that_does_not_exist_is_planned_and_created()
    {
        var database = await server.CreateDatabaseAsync() + "_absent";
        await using var host = await Fixture.Options.StartAsync();

        var plan = await host.PlanApplyAsync(Engine.MySql, database, null, CancellationToken.None);
        var run = await host.ApplyAsync(Engine.MySql, database, null, LockTimeout, CancellationToken.None);

        Assert.False(plan.DatabaseExists);
        Assert.Null(run.Failure);
    }

    [MySqlFact]
    public async Task A_cancelled_run_says_how_far_it_got()
    {
        var database = await server.CreateDatabaseAsync();
        await using var host = await Fixture.Slow.StartAsync();
        using var cancellation = new CancellationTokenSource();
        host.Progress += progress =>
        {
            if (progress.Text.Contains("20260102000000_Sleep", StringComparison.Ordinal))
            {
                cancellation.CancelAfter(TimeSpan.FromSeconds(1));
            }
        };

        var run = await host.ApplyAsync(Engine.MySql, database, null, LockTimeout, cancellation.Token);

        Assert.True(run.Failure!.IsCancelled);
        Assert.Equal(["20260101000000_Quick"], run.Completed);
        Assert.Equal("20260102000000_Sleep", run.Failure.MigrationId);
        Assert.Equal(["20260101000000_Quick"], await QueryAsync(database, "SELECT MigrationId FROM __EFMigrationsHistory"));
    }

    [MySqlFact]
    public async Task A_server_that_is_not_there_is_an_error_without_the_password()
    {
        await using var host = await Fixture.Options.StartAsync();

        var error = await HostAssert.FailsAsync(
            "database-failed",
            Core.Errors.ExitCode.Incomplete,
            () => host.PlanApplyAsync(
                Engine.MySql, "Server=127.0.0.1;Port=1;User ID=root;Password=hunter2;Database=x", null, CancellationToken.None));

        Assert.Contains("Unable to connect", error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> QueryAsync(string connectionString, string sql)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
