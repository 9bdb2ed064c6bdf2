using Microsoft.Data.Sqlite;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Locks;
using MigrateBoth.Sqlite.Locks;

namespace MigrateBoth.Sqlite.Tests.Locks;

public sealed class SqliteMigrationLockInspectorTests : IDisposable
{
    // As EF Core 9 creates and fills it.
    private const string LockTable =
        """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);""";

    private readonly string _folder = Directory.CreateTempSubdirectory("migrateboth-lock-").FullName;

    private string File => Path.Combine(_folder, "shop.db");

    private string ConnectionString => $"Data Source={File};Pooling=False";

    [Fact]
    public async Task A_file_that_is_not_there_has_no_obstacles_and_is_not_created()
    {
        var obstacles = await InspectAsync();

        Assert.Equal(MigrationObstacles.None, obstacles);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task The_empty_lock_table_that_stays_after_every_migration_is_no_obstacle()
    {
        Execute(LockTable);

        Assert.Null((await InspectAsync()).Lock);
    }

    [Fact]
    public async Task An_abandoned_lock_row_is_reported_with_its_age_and_the_statement_that_removes_it()
    {
        var since = DateTimeOffset.UtcNow.AddHours(-3);
        Execute(LockTable + $"""INSERT INTO "__EFMigrationsLock" VALUES (1, '{since:yyyy-MM-dd HH:mm:ss.fffffffzzz}');""");

        var found = (await InspectAsync()).Lock!;

        Assert.InRange(found.Age!.Value, TimeSpan.FromHours(3), TimeSpan.FromHours(3.1));
        Assert.False(found.IsHolderAtWork);
        Execute(found.ReleaseStatement);
        Assert.Null((await InspectAsync()).Lock);
    }

    [Fact]
    public async Task An_open_write_transaction_shows_that_the_holder_is_at_work()
    {
        Execute(LockTable + """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');""");
        using var holder = Open();
        using var transaction = holder.BeginTransaction(deferred: false);

        Assert.True((await InspectAsync()).Lock!.IsHolderAtWork);
    }

    [Fact]
    public async Task A_copy_beside_its_table_is_to_be_dropped()
    {
        Execute("CREATE TABLE Orders (Id INTEGER); INSERT INTO Orders VALUES (1); CREATE TABLE ef_temp_Orders (Id INTEGER);");

        var leftover = Assert.Single((await InspectAsync()).Leftovers);

        Assert.Equal("ef_temp_Orders", leftover.Object);
        Execute(leftover.Statement);
        Assert.Equal(1L, Scalar("SELECT count(*) FROM Orders"));
        Assert.Empty((await InspectAsync()).Leftovers);
    }

    [Fact]
    public async Task A_copy_whose_table_is_gone_holds_the_only_rows_and_is_to_be_renamed()
    {
        Execute("""CREATE TABLE "ef_temp_Order ""Lines" (Id INTEGER); INSERT INTO "ef_temp_Order ""Lines" VALUES (7);""");

        var leftover = Assert.Single((await InspectAsync()).Leftovers);

        Execute(leftover.Statement);
        Assert.Equal(7L, Scalar("""SELECT Id FROM "Order ""Lines" """));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_an_error_and_not_a_pass()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000));

        var exception = await Assert.ThrowsAsync<MigrateBothException>(InspectAsync);

        Assert.Equal("database-unreadable", exception.Code);
        Assert.Equal(ExitCode.Incomplete, exception.ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<MigrationObstacles> InspectAsync() =>
        new SqliteMigrationLockInspector(TimeProvider.System).InspectAsync(ConnectionString, CancellationToken.None);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
