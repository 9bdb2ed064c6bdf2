using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Locks;
using MigrateBoth.MySql.Locks;
using MigrateBoth.MySql.Tests.Servers;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Locks;

[Collection(OnMySql.Name)]
public sealed class MySqlMigrationLockInspectorTests(MySqlFixture fixture) : MigrationLockInspectorTests(fixture);

[Collection(OnMariaDb.Name)]
public sealed class MariaDbMigrationLockInspectorTests(MariaDbFixture fixture) : MigrationLockInspectorTests(fixture);

/// <summary>The same on both vendors.</summary>
public abstract class MigrationLockInspectorTests(ServerFixture fixture)
{
    private readonly MySqlMigrationLockInspector _inspector = new();

    [Fact]
    public async Task A_database_that_does_not_exist_has_no_obstacles_and_is_not_created()
    {
        var obstacles = await InspectAsync(Database("migrateboth_nowhere"));

        Assert.Equal(MigrationObstacles.None, obstacles);
        Assert.Equal(0L, await fixture.ScalarAsync("SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'migrateboth_nowhere'"));
    }

    [Fact]
    public async Task A_lock_is_reported_with_its_session_and_the_statement_that_ends_it()
    {
        await using var holder = new MySqlConnection(Database(string.Empty));
        await holder.OpenAsync();
        await TakeLockAsync(holder);

        var found = (await InspectAsync(Database("migrateboth_locked"))).Lock!;

        Assert.StartsWith($"connection {holder.ServerThread} (root@", found.Holder, StringComparison.Ordinal);
        Assert.True(found.IsHolderAtWork);
        Assert.Equal($"KILL {holder.ServerThread};", found.ReleaseStatement);
        await fixture.ExecuteAsync(found.ReleaseStatement);
        Assert.Null((await InspectAsync(Database("migrateboth_locked"))).Lock);
    }

    [Fact]
    public async Task The_lock_of_another_database_does_not_matter()
    {
        await using var holder = new MySqlConnection(Database(string.Empty));
        await holder.OpenAsync();
        await TakeLockAsync(holder);

        Assert.Null((await InspectAsync(Database("migrateboth_other"))).Lock);
    }

    [Fact]
    public async Task An_account_that_may_not_see_sessions_gets_the_number_and_the_reason()
    {
        await using var account = await Account.CreateAsync(fixture, "hunter2");
        await using var holder = new MySqlConnection(Database(string.Empty));
        await holder.OpenAsync();
        await TakeLockAsync(holder);

        var found = (await _inspector.InspectAsync(fixture.As(account.User, "hunter2", "migrateboth_locked"), CancellationToken.None)).Lock!;

        Assert.Equal($"connection {holder.ServerThread} (this account lacks the PROCESS privilege to see more)", found.Holder);
    }

    [Fact]
    public async Task A_wrong_password_is_not_taken_for_a_free_lock()
    {
        var exception = await Assert.ThrowsAsync<MigrateBothException>(() => _inspector.InspectAsync(fixture.As("root", "hunter2", "x"), CancellationToken.None));

        Assert.Equal(ExitCode.Incomplete, exception.ExitCode);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    private Task<MigrationObstacles> InspectAsync(string connectionString) => _inspector.InspectAsync(connectionString, CancellationToken.None);

    private string Database(string name) => new MySqlConnectionStringBuilder(fixture.ConnectionString) { Database = name }.ConnectionString;

    // As the provider takes it, for the database migrateboth_locked.
    private static async Task TakeLockAsync(MySqlConnection connection)
    {
        await using var command = new MySqlCommand("SELECT GET_LOCK('__migrateboth_locked_EFMigrationsLock', 1)", connection);
        Assert.Equal(1L, Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }
}
