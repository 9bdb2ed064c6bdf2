using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class CatalogConnectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sqlite-connection-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_missing_file_is_not_created()
    {
        var path = Path.Combine(_folder, "missing.db");

        var error = await FailAsync($"Data Source={path}");

        Assert.Equal("database-not-found", error.Code);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_folder_is_no_database()
    {
        var error = await FailAsync($"Data Source={_folder}");

        Assert.Equal("database-not-found", error.Code);
        Assert.Contains("folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_named()
    {
        var path = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("certainly not a database\n", 100)));

        Assert.Equal("database-unreadable", (await FailAsync($"Data Source={path}")).Code);
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_database()
    {
        var path = Path.Combine(_folder, "empty.db");
        await File.WriteAllBytesAsync(path, []);

        Assert.Empty((await ReadAsync($"Data Source={path}")).Tables);
    }

    [Fact]
    public async Task A_locked_database_is_an_error_after_the_time_the_connection_string_allows()
    {
        var path = Make("locked.db", "CREATE TABLE t (a int)");
        await using var writer = new SqliteConnection($"Data Source={path};Pooling=False");
        await writer.OpenAsync();
        Execute(writer, "BEGIN EXCLUSIVE");

        Assert.Equal("database-busy", (await FailAsync($"Data Source={path};Default Timeout=1")).Code);
    }

    [Fact]
    public async Task Reading_changes_nothing_and_leaves_nothing()
    {
        var path = Make("plain.db", "CREATE TABLE t (a int)");
        var before = await File.ReadAllBytesAsync(path);

        await ReadAsync($"Data Source={path};Mode=ReadWriteCreate;Foreign Keys=True");

        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_database_that_is_written_to_in_WAL_mode_is_read_in_its_committed_state()
    {
        var path = Make("wal.db", "PRAGMA journal_mode = 'wal'; CREATE TABLE t (a int)");
        await using var writer = new SqliteConnection($"Data Source={path};Pooling=False");
        await writer.OpenAsync();
        Execute(writer, "CREATE TABLE committed (a int); BEGIN IMMEDIATE; CREATE TABLE pending (a int)");

        Assert.Equal(["committed", "t"], (await ReadAsync($"Data Source={path}")).Tables.Select(t => t.Name));
    }

    [Fact]
    public async Task A_WAL_database_whose_folder_refuses_the_companion_files_is_read_alone()
    {
        var path = Make("wal.db", "PRAGMA journal_mode = 'wal'; CREATE TABLE t (a int)");
        RefuseSharedMemory(path);

        Assert.Equal(["t"], (await ReadAsync($"Data Source={path}")).Tables.Select(t => t.Name));
    }

    [Fact]
    public async Task A_WAL_database_with_a_log_that_cannot_be_read_is_an_error_and_never_half_a_schema()
    {
        var path = Make("wal.db", "PRAGMA journal_mode = 'wal'; CREATE TABLE t (a int)");
        RefuseSharedMemory(path);
        await File.WriteAllTextAsync(path + "-wal", "frames that wait for a checkpoint");

        var error = await FailAsync($"Data Source={path}");

        Assert.Equal("database-unavailable", error.Code);
        Assert.Contains("-wal", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shop;Mode=Memory")]
    [InlineData("Data Source=")]
    [InlineData("")]
    public async Task A_database_of_the_connection_alone_is_refused(string connectionString)
    {
        var error = await FailAsync(connectionString, ExitCode.Configuration);

        Assert.Equal("connection-invalid", error.Code);
    }

    [Fact]
    public async Task A_shared_database_in_memory_can_be_read()
    {
        const string shared = "Data Source=catalog-connection-tests;Mode=Memory;Cache=Shared";
        await using var keeper = new SqliteConnection(shared);
        await keeper.OpenAsync();
        Execute(keeper, "CREATE TABLE t (a int)");

        Assert.Equal(["t"], (await ReadAsync(shared)).Tables.Select(t => t.Name));
    }

    [Fact]
    public async Task A_malformed_connection_string_is_an_error_that_repeats_none_of_it()
    {
        var error = await FailAsync("Data Source=shop.db;Password=s3;cr3t=1", ExitCode.Configuration);

        Assert.Equal("connection-invalid", error.Code);
        Assert.DoesNotContain("cr3t", error.Message + error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_cannot_be_used_is_an_error_and_never_shown()
    {
        var path = Make("plain.db", "CREATE TABLE t (a int)");

        var error = await FailAsync($"Data Source={path};Password=s3cr3t");

        Assert.Equal("database-unreadable", error.Code);
        Assert.DoesNotContain("s3cr3t", error.Message + error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_can_be_named_by_a_URI()
    {
        var path = Make("a b.db", "CREATE TABLE t (a int)");

        Assert.Equal(["t"], (await ReadAsync($"Data Source=file://{path.Replace(" ", "%20", StringComparison.Ordinal)}?cache=private")).Tables.Select(t => t.Name));
        Assert.Contains(_folder + "/c d.db'", (await FailAsync($"Data Source=file:{_folder}/c%20d.db?cache=private")).Message, StringComparison.Ordinal);
    }

    /// <summary>As a folder that cannot be written to does, and for every user: a link that leads nowhere is never opened.</summary>
    private static void RefuseSharedMemory(string path) => File.CreateSymbolicLink(path + "-shm", path + "-nowhere/shm");

    private string Make(string name, string sql)
    {
        var path = Path.Combine(_folder, name);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, sql);
        return path;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Task<DatabaseSchema> ReadAsync(string connectionString) =>
        new SqliteCatalogReader().ReadAsync(connectionString, CancellationToken.None);

    private static async Task<MigrateBothException> FailAsync(string connectionString, ExitCode expected = ExitCode.Incomplete)
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() => ReadAsync(connectionString));
        Assert.Equal(expected, error.ExitCode);
        return error;
    }
}
