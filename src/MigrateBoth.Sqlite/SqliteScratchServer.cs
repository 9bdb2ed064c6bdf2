using System.Collections.Concurrent;
using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Sqlite.Scratch;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MigrateBoth.Sqlite;

/// <summary>Creates throw-away SQLite databases: files in a separate folder, on a memory file system if there is room.</summary>
public sealed class SqliteScratchServer : IScratchServer
{
    private readonly ScratchDirectory _directory;
    private readonly ConcurrentBag<string> _deleted = [];
    private int _databases;

    private SqliteScratchServer(ScratchDirectory directory, ServerIdentity identity) => (_directory, Identity) = (directory, identity);

    /// <inheritdoc/>
    public Engine Engine => Engine.Sqlite;

    /// <inheritdoc/>
    public ServerIdentity Identity { get; }

    /// <inheritdoc/>
    public string Source => "file";

    /// <inheritdoc/>
    public string? Image => null;

    /// <summary>The folder that holds the databases; removed with the server.</summary>
    public string Folder => _directory.Path;

    /// <summary>Creates the folder.</summary>
    /// <param name="lease">Where the folder is recorded, so that a later run removes it if this process is killed.</param>
    /// <exception cref="MigrateBothException">There is no folder that can be written to.</exception>
    public static SqliteScratchServer Start(ILease lease) => Start(lease, ScratchLocation.Candidates());

    internal static SqliteScratchServer Start(ILease lease, IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(lease);

        // Before there is anything to remove: a native library that cannot be loaded shows here.
        var identity = new ServerIdentity("SQLite", LibraryVersion());
        var tried = new List<string>();
        Exception? last = null;
        foreach (var folder in folders)
        {
            try
            {
                return new SqliteScratchServer(ScratchDirectory.Create(lease, "sqlite", folder), identity);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                tried.Add($"{folder}: {e.Message}");
                last = e;
            }
        }

        throw new MigrateBothException(
            ExitCode.Incomplete,
            "scratch-failed",
            $"No folder for scratch databases could be made. Tried {string.Join("; ", tried)}",
            "Set TMPDIR to a folder that exists, can be written to and has free space.",
            last);
    }

    /// <inheritdoc/>
    public Task<IScratchDatabase> CreateDatabaseAsync(string purpose, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        cancellationToken.ThrowIfCancellationRequested();
        var number = Interlocked.Increment(ref _databases).ToString("000", CultureInfo.InvariantCulture);
        var database = new SqliteScratchDatabase(Path.Combine(_directory.Path, $"{number}-{purpose}.db"));
        return Task.Run<IScratchDatabase>(() => Make(database), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> UndoAsync(OutsideChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change is not { Before: null, After: { Kind: "file", Names: [var path] } })
        {
            return Task.FromResult(false);
        }

        if (!TryDelete(path))
        {
            return Task.FromResult(false);
        }

        _deleted.Add(path);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // The migrations may have run once more since then: in the round trip, or in tests.
        foreach (var path in _deleted)
        {
            TryDelete(path);
        }

        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool TryDelete(string path)
    {
        try
        {
            foreach (var suffix in new[] { "", "-journal", "-wal", "-shm" })
            {
                File.Delete(path + suffix);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It stays, and the finding says so.
        }
    }

    private static string LibraryVersion()
    {
        // Through the provider, which loads the native library.
        using var connection = new SqliteConnection();
        return connection.ServerVersion;
    }

    private static async Task<IScratchDatabase> Make(SqliteScratchDatabase database)
    {
        try
        {
            database.Create();
            return database;
        }
        catch (SqliteException e)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            var full = e.SqliteErrorCode == raw.SQLITE_FULL;
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "scratch-failed",
                $"The scratch database '{database.Name}' could not be made: {(full ? "the disk is full" : e.Message.TrimEnd('.'))}.",
                full ? "Free some space there, or set TMPDIR to a folder that has more." : "Set TMPDIR to a folder that exists and can be written to.",
                e);
        }
    }
}
