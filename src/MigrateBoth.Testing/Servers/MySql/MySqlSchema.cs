using System.Data.Common;
using System.Globalization;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>A table of the template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Create">The statement that makes it, without the database's name.</param>
/// <param name="Columns">The columns that can be inserted, quoted and joined by commas: generated ones are left out.</param>
/// <param name="HasRows">Whether the migrations put rows into it.</param>
/// <param name="NextIdentity">The next AUTO_INCREMENT value; null where it has none.</param>
internal sealed record MySqlTable(string Name, string Create, string Columns, bool HasRows, ulong? NextIdentity);

/// <summary>The parts of a schema that are needed to copy a database.</summary>
/// <param name="CharacterSet">The database's own default, which migrations may have set.</param>
/// <param name="Collation">The same.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="IsPlain">
/// False when it has views, triggers, routines or events. These are not copied but recreated by the migrations, and triggers would fire during a
/// reset, so such a database is recreated for every reset.
/// </param>
internal sealed record MySqlSchema(string CharacterSet, string Collation, IReadOnlyList<MySqlTable> Tables, bool IsPlain)
{
    /// <summary>Reads the schema of the connection's database.</summary>
    public static MySqlSchema Read(DbConnection connection)
    {
        var identities = MySqlIdentities.Read(connection);
        var columns = connection.Query(
            """
            SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = DATABASE() AND EXTRA NOT LIKE '%STORED GENERATED%' AND EXTRA NOT LIKE '%VIRTUAL GENERATED%' AND EXTRA NOT LIKE '%PERSISTENT%'
            ORDER BY TABLE_NAME, ORDINAL_POSITION
            """,
            reader => (Table: reader.GetString(0), Column: reader.GetString(1))).ToLookup(row => row.Table, row => MySqlCommands.Quote(row.Column));
        var tables = identities.Select(identity => new MySqlTable(
            identity.Key,
            connection.Query($"SHOW CREATE TABLE {MySqlCommands.Quote(identity.Key)}", reader => reader.GetString(1))[0],
            string.Join(", ", columns[identity.Key]),
            connection.Query($"SELECT 1 FROM {MySqlCommands.Quote(identity.Key)} LIMIT 1", _ => 1).Count > 0,
            identity.Value)).ToList();
        var (characterSet, collation) = connection.Query(
            "SELECT @@character_set_database, @@collation_database", reader => (reader.GetString(0), reader.GetString(1)))[0];
        return new MySqlSchema(characterSet, collation, tables, CountOthers(connection) == 0);
    }

    private static long CountOthers(DbConnection connection) => connection.Query(
        """
        SELECT (SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE <> 'BASE TABLE')
            + (SELECT COUNT(*) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE())
            + (SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE())
            + (SELECT COUNT(*) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE())
        """,
        reader => Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture))[0];
}

/// <summary>The tables of a database, each with its next identity value.</summary>
internal static class MySqlIdentities
{
    /// <summary>Reads the tables of the connection's database, and null for those without an identity.</summary>
    public static Dictionary<string, ulong?> Read(DbConnection connection)
    {
        if (!connection.ServerVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase))
        {
            // Otherwise MySQL returns statistics that are up to a day old; MariaDB has no such setting.
            connection.Execute("SET SESSION information_schema_stats_expiry = 0");
        }

        return connection.Query(
            "SELECT TABLE_NAME, AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME",
            reader => (Name: reader.GetString(0), Next: reader.IsDBNull(1) ? (ulong?)null : Convert.ToUInt64(reader.GetValue(1), CultureInfo.InvariantCulture))).ToDictionary(row => row.Name, row => row.Next, StringComparer.Ordinal);
    }
}
