using System.Globalization;
using System.Data.Common;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>The tables of a database, each with its next identity value.</summary>
internal static class MySqlIdentities
{
    /// <summary>Reads the tables of the connection's database, and null for those without an identity.</summary>
    public static Dictionary<string, ulong?> Read(DbConnection connection)
    {
        if (!connection.ServerVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase))
        {
            // MySQL answers from statistics that are up to a day old otherwise; MariaDB has no such setting.
            connection.Execute("SET SESSION information_schema_stats_expiry = 0");
        }

        return connection.Query(
            "SELECT TABLE_NAME, AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME",
            reader => (Name: reader.GetString(0), Next: reader.IsDBNull(1) ? (ulong?)null : Convert.ToUInt64(reader.GetValue(1), CultureInfo.InvariantCulture))).ToDictionary(row => row.Name, row => row.Next, StringComparer.Ordinal);
    }
}
