using System.Data.Common;
using System.Text.RegularExpressions;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>A row in the table <c>__EFMigrationsLock</c>. It outlives its holder.</summary>
internal sealed partial class SqliteMigrationLock : IMigrationLock
{
    private const string Table = "__EFMigrationsLock";

    public string? Holder(DbConnection connection)
    {
        if (connection.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @p0", Table) is not > 0L
            || connection.Scalar($"""SELECT "Timestamp" FROM "{Table}" LIMIT 1""") is not string since)
        {
            return null;
        }

        return $"A row in \"{Table}\", written at {since}, indicates that another process is migrating. If none is, that process has crashed: "
            + $"DELETE FROM \"{Table}\";";
    }

    public bool IsAcquisition(string commandText) => commandText.StartsWith($"INSERT OR IGNORE INTO \"{Table}\"", StringComparison.Ordinal);

    public bool IsRelease(string commandText) => commandText.StartsWith($"DELETE FROM \"{Table}\"", StringComparison.Ordinal);

    public bool IsRefused(DbException exception) => false;

    // EF Core tries again and again without an end.
    public void Bound(DbCommand command, TimeSpan remaining)
    {
        if (remaining <= TimeSpan.Zero)
        {
            throw new MigrationLockTimeoutException();
        }
    }

    public void Release(DbConnection connection, string acquisition)
    {
        // The time stamp tells our row from the next holder's.
        if (TimestampLiteral().Match(acquisition) is { Success: true } own)
        {
            connection.Execute($"""DELETE FROM "{Table}" WHERE "Timestamp" = @p0""", own.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"VALUES\(1, '([^']+)'\)")]
    private static partial Regex TimestampLiteral();
}
