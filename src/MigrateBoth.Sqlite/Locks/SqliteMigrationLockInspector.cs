using System.Globalization;
using Microsoft.Data.Sqlite;
using MigrateBoth.Core;
using MigrateBoth.Core.Locks;
using MigrateBoth.Sqlite.Connections;
using SQLitePCL;

namespace MigrateBoth.Sqlite.Locks;

/// <summary>
/// Reads EF Core's lock row and the tables of interrupted rebuilds from a SQLite file. The row outlives a holder that was
/// killed, and every later migrator waits for it without limit (M-39, M-40).
/// </summary>
/// <param name="clock">Tells the age of a lock.</param>
public sealed class SqliteMigrationLockInspector(TimeProvider clock) : IMigrationLockInspector
{
    private const string LockTable = "__EFMigrationsLock";
    private const string TemporaryPrefix = "ef_temp_";

    /// <inheritdoc />
    public Engine Engine => Engine.Sqlite;

    /// <inheritdoc />
    public async Task<MigrationObstacles> InspectAsync(string connectionString, CancellationToken cancellationToken)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (!File.Exists(builder.DataSource))
        {
            return MigrationObstacles.None;
        }

        try
        {
            builder.Mode = SqliteOpenMode.ReadOnly;
            await using var connection = new SqliteConnection(builder.ConnectionString);
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var tables = await TablesAsync(connection, cancellationToken).ConfigureAwait(false);
            var timestamp = tables.Contains(LockTable)
                ? await LockTimestampAsync(connection, cancellationToken).ConfigureAwait(false)
                : null;
            return new MigrationObstacles(timestamp is null ? null : Lock(builder, timestamp), Leftovers(tables));
        }
        catch (SqliteException exception)
        {
            throw SqliteOpenErrors.Translate(exception, builder.DataSource);
        }
    }

    private MigrationLock Lock(SqliteConnectionStringBuilder builder, string timestamp)
    {
        var since = DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            ? parsed
            : (DateTimeOffset?)null;
        return new MigrationLock(
            $"a row in {LockTable} written at {since?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? $"'{timestamp}'"}",
            clock.GetUtcNow() - since,
            IsBeingWritten(builder),
            $"DELETE FROM \"{LockTable}\";");
    }

    private static IReadOnlyList<MigrationLeftover> Leftovers(HashSet<string> tables) =>
        [.. tables.Where(table => table.StartsWith(TemporaryPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(table =>
        {
            // EF Core copies T into ef_temp_T, drops T and renames: whether T is still there tells which of the two holds the rows.
            var original = table[TemporaryPrefix.Length..];
            return tables.Contains(original)
                ? new MigrationLeftover(
                    table,
                    $"An interrupted rebuild of '{original}' left this copy; '{original}' itself is there with its rows.",
                    $"DROP TABLE {Quote(table)};")
                : new MigrationLeftover(
                    table,
                    $"An interrupted rebuild dropped '{original}' and left its rows here: rename it, do not drop it.",
                    $"ALTER TABLE {Quote(table)} RENAME TO {Quote(original)};");
        })];

    private static async Task<HashSet<string>> TablesAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var tables = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static async Task<string?> LockTimestampAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(\"Timestamp\" AS TEXT) FROM \"{LockTable}\" LIMIT 1";
        return (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    // Requests the write lock and gives it back: the only sign of life that a SQLite file has. Not through a command, which
    // would ask again until its timeout is over.
    private static bool IsBeingWritten(SqliteConnectionStringBuilder source)
    {
        var builder = new SqliteConnectionStringBuilder(source.ConnectionString) { Mode = SqliteOpenMode.ReadWrite };
        using var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            connection.Open();
        }
        catch (SqliteException)
        {
            // A file that this account may not write shows no sign of life; that is not proof of death and is not taken for it.
            return false;
        }

        var result = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");
        if (result == raw.SQLITE_OK)
        {
            raw.sqlite3_exec(connection.Handle, "ROLLBACK");
        }

        return result == raw.SQLITE_BUSY;
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
