using MySqlConnector;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>Short forms for statements of our own.</summary>
internal static class MySqlCommands
{
    /// <summary>Executes one or several statements.</summary>
    public static void Execute(this MySqlConnection connection, string sql)
    {
        using var command = new MySqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }

    /// <summary>Reads all rows.</summary>
    public static List<T> Query<T>(this MySqlConnection connection, string sql, Func<MySqlDataReader, T> read)
    {
        using var command = new MySqlCommand(sql, connection) { CommandTimeout = 120 };
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A name as SQL writes it.</summary>
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
