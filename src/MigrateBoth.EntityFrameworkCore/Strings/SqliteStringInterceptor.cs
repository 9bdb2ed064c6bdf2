using System.Data.Common;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.EntityFrameworkCore.Strings;

/// <summary>Prepares every SQLite connection that EF Core opens; other connections are not changed.</summary>
internal sealed class SqliteStringInterceptor : DbConnectionInterceptor
{
    // One instance, because EF Core compares interceptors by reference when it decides whether to build new internal services.
    public static SqliteStringInterceptor Instance { get; } = new();

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection sqlite)
        {
            using var command = Prepare(sqlite);
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (connection is SqliteConnection sqlite)
        {
            var command = Prepare(sqlite);
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection)
    {
        // SQLite's own functions stop at ASCII (C-09). The invariant culture leaves the two letters i of Turkish as they are, MySQL does not.
        connection.CreateFunction("lower", (string? text) => text?.ToLowerInvariant().Replace('İ', 'i'), isDeterministic: true);
        connection.CreateFunction("upper", (string? text) => text?.ToUpperInvariant().Replace('ı', 'I'), isDeterministic: true);

        // SQLite's LIKE, which StartsWith, EndsWith and EF.Functions.Like become, ignores the case of ASCII letters (C-03).
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA case_sensitive_like = 1";
        return command;
    }
}
