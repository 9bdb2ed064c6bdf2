using System.Data.Common;

namespace MigrateBoth.Testing.Leftovers;

/// <summary>Helpers for the package's own statements.</summary>
internal static class MySqlCommands
{
    private const string StatementKey = "MigrateBoth.Statement";
    private const int LongestStatement = 300;

    /// <summary>Executes one or several statements.</summary>
    public static void Execute(this DbConnection connection, string sql)
    {
        using var command = connection.NewCommand(sql);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (DbException e) when (Note(e, sql))
        {
            throw;
        }
    }

    /// <summary>Reads all rows.</summary>
    public static List<T> Query<T>(this DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        using var command = connection.NewCommand(sql);
        try
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (DbException e) when (Note(e, sql))
        {
            throw;
        }
    }

    /// <summary>The statement that caused an exception; null when it is unknown.</summary>
    public static string? StatementOf(Exception exception) => exception.Data[StatementKey] as string;

    /// <summary>Attaches the statement to the exception that it caused.</summary>
    /// <returns>False, so that it can be called in an exception filter.</returns>
    public static bool Note(Exception exception, string statement)
    {
        exception.Data[StatementKey] = statement.Length <= LongestStatement ? statement : statement[..LongestStatement] + "...";
        return false;
    }

    /// <summary>The server's error number; each driver has a property with that name.</summary>
    public static int? Number(this DbException exception) => exception.GetType().GetProperty("Number")?.GetValue(exception) as int?;

    /// <summary>Quotes a name for SQL.</summary>
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static DbCommand NewCommand(this DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 120;
        return command;
    }
}
