using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Sqlite.Scratch;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Tests.Scratch;

/// <summary>Where scratch databases are made, and what happens where none can be.</summary>
public sealed class ScratchPlaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sqlite-place-").FullName;

    private readonly LeaseStore _leases;

    public ScratchPlaceTests() => _leases = new LeaseStore(Path.Combine(_folder, "state"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_folder_the_user_asked_for_is_the_only_one() =>
        Assert.Equal(["/big/disk"], ScratchLocation.Candidates("/big/disk", hasMemory: true));

    [Fact]
    public void Memory_comes_before_the_temporary_folder() =>
        Assert.Equal(["/dev/shm", Path.GetTempPath()], ScratchLocation.Candidates(null, hasMemory: true));

    [Fact]
    public void Without_memory_the_temporary_folder_is_left() =>
        Assert.Equal([Path.GetTempPath()], ScratchLocation.Candidates(string.Empty, hasMemory: false));

    [Fact]
    public async Task The_next_folder_is_taken_when_the_first_cannot_be_written_to()
    {
        await using var server = SqliteScratchServer.Start(_leases.Open(), [AFile(), _folder]);

        Assert.StartsWith(_folder, server.Folder, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_folder_the_error_names_all_that_was_tried()
    {
        var file = AFile();

        var error = Assert.Throws<MigrateBothException>(() => SqliteScratchServer.Start(_leases.Open(), [file, "/proc/nowhere"]));

        Assert.Equal((ExitCode.Incomplete, "scratch-failed"), (error.ExitCode, error.Code));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains("/proc/nowhere", error.Message, StringComparison.Ordinal);
        Assert.Contains("TMPDIR", error.Hint, StringComparison.Ordinal);
        Assert.Empty(Leases());
    }

    [Fact]
    public async Task A_database_that_cannot_be_made_is_an_error_and_leaves_nothing()
    {
        await using var server = SqliteScratchServer.Start(_leases.Open(), [_folder]);
        Directory.Delete(server.Folder, recursive: true);

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => server.CreateDatabaseAsync("lost", CancellationToken.None));

        Assert.Equal((ExitCode.Incomplete, "scratch-failed"), (error.ExitCode, error.Code));
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_called_so()
    {
        using var disk = new SmallDisk();
        await using var server = SqliteScratchServer.Start(_leases.Open(), [disk.Path]);
        disk.Fill();

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => server.CreateDatabaseAsync("full", CancellationToken.None));

        Assert.Equal((ExitCode.Incomplete, "scratch-failed"), (error.ExitCode, error.Code));
        Assert.Contains("full", error.Message[error.Message.LastIndexOf(':')..], StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(server.Folder, "*.db*"));
    }

    [Fact]
    public async Task The_folder_is_leased_and_goes_with_the_server_whatever_is_in_it()
    {
        var server = SqliteScratchServer.Start(_leases.Open(), [_folder]);
        var kept = await server.CreateDatabaseAsync("kept", CancellationToken.None);
        await File.WriteAllTextAsync(kept.Name + ".backup", "made by a test");
        Assert.Single(Leases());

        await server.DisposeAsync();

        Assert.False(Directory.Exists(server.Folder));
        Assert.Empty(Leases());
        await kept.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_database_is_in_WAL_mode_as_EF_Core_makes_it_and_takes_its_companions_with_it()
    {
        await using var server = SqliteScratchServer.Start(_leases.Open(), [_folder]);
        var database = await server.CreateDatabaseAsync("wal", CancellationToken.None);
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE t (a int)";
        await command.ExecuteNonQueryAsync();
        Assert.True(File.Exists(database.Name + "-wal"));

        await database.DisposeAsync();

        Assert.Empty(Directory.GetFiles(server.Folder, "*wal*"));
    }

    private string AFile()
    {
        var path = Path.Combine(_folder, "a-file");
        File.WriteAllText(path, "not a folder");
        return path;
    }

    private string[] Leases() =>
        Directory.Exists(Path.Combine(_folder, "state", "leases")) ? Directory.GetFiles(Path.Combine(_folder, "state", "leases"), "*.json") : [];
}
