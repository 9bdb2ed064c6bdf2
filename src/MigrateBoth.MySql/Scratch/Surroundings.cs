using System.Globalization;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Scratch;

/// <summary>What a server holds beside scratch databases: other databases and what is in them, accounts, grants, variables, plugins.</summary>
internal static class Surroundings
{
    private const string Others = "NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')";

    private static readonly string[] Accounts = ["CREATE USER"];
    private static readonly string[] Grants = ["CREATE USER", "GRANT OPTION", "ROLE_ADMIN", "SUPER"];
    private static readonly string[] ServerParts = ["INSERT"];
    private static readonly string[] Servers = ["SUPER", "FEDERATED ADMIN"];
    private static readonly string[] Visible = [];

    /// <summary>
    /// Each query gives a name of two parts (of a grant four) and the state. A table that the server does not have is left out; one that the account may
    /// not read is too, unless it has one of the privileges by which it can change what it cannot see.
    /// </summary>
    private static readonly (string Kind, string Sql, string[] ChangedBy)[] Queries =
    [
        ("database", $"SELECT SCHEMA_NAME, '', CONCAT_WS(' ', DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME {Others}", Visible),
        ("table", $"""
            SELECT t.TABLE_SCHEMA, t.TABLE_NAME, CONCAT_WS(' ', t.TABLE_TYPE, t.ENGINE, t.TABLE_COLLATION, t.CREATE_TIME, c.Columns)
            FROM information_schema.TABLES t LEFT JOIN (
                SELECT TABLE_SCHEMA, TABLE_NAME, CONCAT(COUNT(*), ' ', SUM(CRC32(CONCAT_WS(' ', COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT)))) AS Columns
                FROM information_schema.COLUMNS WHERE TABLE_SCHEMA {Others} GROUP BY TABLE_SCHEMA, TABLE_NAME) c
            ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME WHERE t.TABLE_SCHEMA {Others}
            """, Visible),
        ("procedure", $"SELECT ROUTINE_SCHEMA, ROUTINE_NAME, CONCAT_WS(' ', CREATED, LAST_ALTERED) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA {Others} AND ROUTINE_TYPE = 'PROCEDURE'", Visible),
        ("function", $"SELECT ROUTINE_SCHEMA, ROUTINE_NAME, CONCAT_WS(' ', CREATED, LAST_ALTERED) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA {Others} AND ROUTINE_TYPE = 'FUNCTION'", Visible),
        ("trigger", $"SELECT TRIGGER_SCHEMA, TRIGGER_NAME, CONCAT(CREATED) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA {Others}", Visible),
        ("event", $"SELECT EVENT_SCHEMA, EVENT_NAME, CONCAT_WS(' ', CREATED, LAST_ALTERED) FROM information_schema.EVENTS WHERE EVENT_SCHEMA {Others}", Visible),
        ("user", "SELECT User, Host, u.* FROM mysql.user u", Accounts),
        ("grant", "SELECT User, Host, Db, '', d.* FROM mysql.db d", Grants),
        ("grant", "SELECT User, Host, Db, Table_name, d.* FROM mysql.tables_priv d", Grants),
        ("grant", "SELECT User, Host, Db, Routine_name, d.* FROM mysql.procs_priv d", Grants),
        ("grant", "SELECT USER, HOST, '', '', GROUP_CONCAT(CONCAT(PRIV, WITH_GRANT_OPTION) ORDER BY PRIV) FROM mysql.global_grants GROUP BY USER, HOST", Grants),
        ("grant", "SELECT TO_USER, TO_HOST, FROM_USER, FROM_HOST, WITH_ADMIN_OPTION FROM mysql.role_edges", Grants),
        ("grant", "SELECT User, Host, Role, '', Admin_option FROM mysql.roles_mapping", Grants),
        ("variable", "SHOW GLOBAL VARIABLES", Visible),
        ("persisted variable", "SELECT VARIABLE_NAME, '', VARIABLE_VALUE FROM performance_schema.persisted_variables", Visible),
        ("plugin", "SELECT PLUGIN_NAME, '', PLUGIN_STATUS FROM information_schema.PLUGINS", Visible),
        ("component", "SELECT component_urn, '', '' FROM mysql.component", ServerParts),
        ("loadable function", "SELECT name, '', dl FROM mysql.func", ServerParts),
        ("server", "SELECT Server_name, '', CONCAT_WS(' ', Host, Db, Username, Port, Wrapper) FROM mysql.servers", Servers),
    ];

    /// <summary>No such table or column: another vendor or version.</summary>
    private static readonly int[] Missing = [1054, 1109, 1146];

    /// <summary>No right to read it.</summary>
    private static readonly int[] Denied = [1044, 1142, 1143, 1227];

    /// <summary>What moves by itself.</summary>
    private static readonly string[] Moving = ["gtid_executed", "gtid_purged", "gtid_binlog_pos", "gtid_binlog_state", "gtid_current_pos", "gtid_slave_pos"];

    /// <summary>Reads everything on the server outside scratch databases.</summary>
    public static async Task<IReadOnlyList<OutsideObject>> ReadAsync(MySqlTarget target, CancellationToken cancellationToken)
    {
        using var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<OutsideObject>();
        IReadOnlyList<string>? grants = null;
        foreach (var (kind, sql, changedBy) in Queries)
        {
            try
            {
                using var command = new MySqlCommand(sql, connection);
                using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var values = Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column)).ToList();
                    if (Made(kind, values) is { } made)
                    {
                        found.Add(made);
                    }
                }
            }
            catch (MySqlException e) when (Missing.Contains(e.Number))
            {
                // There is nothing of the kind on this server.
            }
            catch (MySqlException e) when (Denied.Contains(e.Number))
            {
                grants ??= await GrantsAsync(connection, cancellationToken).ConfigureAwait(false);
                if (MayHave(grants, changedBy) && !found.Exists(item => item.IsUnseen && item.Names[0] == kind))
                {
                    found.Add(OutsideObject.Unseen(kind));
                }
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> GrantsAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand("SHOW GRANTS", connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var grants = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            grants.Add(reader.GetString(0));
        }

        return grants;
    }

    /// <summary>Whether the account has one of the privileges for the whole server or its own schema, or a role, which may hold anything.</summary>
    private static bool MayHave(IReadOnlyList<string> grants, string[] privileges) => grants.Any(grant =>
        !grant.Contains(" ON ", StringComparison.Ordinal)
        || ((grant.Contains(" ON *.* ", StringComparison.Ordinal) || grant.Contains(" ON `mysql`.* ", StringComparison.Ordinal))
            && privileges.Append("ALL PRIVILEGES").Any(privilege => grant.Contains(privilege, StringComparison.Ordinal))));

    // When a grant was given is 0000-00-00 on MariaDB, which is no DateTime. What was given is in the other columns.
    private static string Text(MySqlDataReader reader, int column) => reader.GetFieldType(column) == typeof(DateTime) ? "" : reader.GetValue(column) switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Undoes one change. Never throws for what the server refuses.</summary>
    public static async Task<bool> TryUndoAsync(MySqlTarget target, OutsideChange change, CancellationToken cancellationToken)
    {
        var statement = change switch
        {
            { Before: null, After.Removal: { } removal } => removal,
            { Before: { Kind: "variable" } before } => $"SET GLOBAL {before.Names[0]} = {(long.TryParse(before.State, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? before.State : $"'{MySqlHelper.EscapeString(before.State)}'")}",
            _ => null,
        };
        if (statement is null)
        {
            return false;
        }

        try
        {
            using var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is MySqlException or InvalidOperationException)
        {
            return false; // It stays, and the finding says so.
        }
    }

    private static OutsideObject? Made(string kind, IReadOnlyList<string> values)
    {
        var parts = kind switch { "variable" => 1, "grant" => 4, _ => 2 };
        List<string> names = [.. values.Take(parts).Where((name, at) => name.Length > 0 || (kind is "user" or "grant" && at < 2))];
        var state = string.Join('\n', values.Skip(parts));
        if (names.Exists(name => ScratchDatabaseNames.IsOurs(name.Replace("\\", string.Empty, StringComparison.Ordinal))) || (kind == "variable" && Moving.Contains(names[0], StringComparer.OrdinalIgnoreCase)))
        {
            return null;
        }

        var view = kind == "table" && state.StartsWith("VIEW", StringComparison.Ordinal);
        return new OutsideObject(view ? "view" : kind, names, state)
        {
            Removal = kind switch
            {
                "database" => $"DROP DATABASE {Quoted(names[0])}",
                "table" or "procedure" or "function" or "trigger" or "event" => $"DROP {(view ? "VIEW" : kind.ToUpperInvariant())} {Quoted(names[0])}.{Quoted(names[1])}",
                "user" => $"DROP USER {Literal(names[0])}@{Literal(names[1])}",
                "plugin" => $"UNINSTALL PLUGIN {names[0]}",
                "component" => $"UNINSTALL COMPONENT {Literal(names[0])}",
                "loadable function" => $"DROP FUNCTION {Quoted(names[0])}",
                "server" => $"DROP SERVER {Quoted(names[0])}",
                "persisted variable" => $"RESET PERSIST {names[0]}",
                _ => null,
            },
        };
    }

    private static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static string Literal(string text) => $"'{MySqlHelper.EscapeString(text)}'";
}
