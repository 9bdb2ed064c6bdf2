using System.Data.Common;

namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>What EF Core, its providers and their drivers rely on in a session with MySQL, whatever the server was started with.</summary>
internal static class SessionSettings
{
    /// <summary>
    /// EF Core saves a single statement without a transaction; drivers and providers write backslashes twice unless they are told not to; what does not
    /// fit is an error in strict mode only; a key is checked unless a server switches that off; and work may wait for longer than a server with a short
    /// timeout does. The other modes of the server stay.
    /// </summary>
    public static string Statement(DbConnection connection)
    {
        var isTold = connection.ConnectionString.Replace(" ", "", StringComparison.Ordinal).Contains("NoBackslashEscapes=True", StringComparison.OrdinalIgnoreCase);
        var modes = isTold ? "@@sql_mode" : "REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')";
        return $"SET SESSION autocommit = 1, foreign_key_checks = 1, unique_checks = 1, wait_timeout = 28800, sql_mode = CONCAT({modes}, ',STRICT_TRANS_TABLES')";
    }
}
