using System.Data;
using System.Data.Common;
using System.Reflection;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Small commands beside EF Core's, on a connection that may be open or not.</summary>
internal static class DatabaseCommands
{
    public static object? Scalar(this DbConnection connection, string sql, params object[] values) =>
        connection.Run(sql, values, command => command.ExecuteScalar()) is { } value and not DBNull ? value : null;

    public static void Execute(this DbConnection connection, string sql, params object[] values) =>
        connection.Run(sql, values, command => command.ExecuteNonQuery());

    private static T Run<T>(this DbConnection connection, string sql, object[] values, Func<DbCommand, T> run)
    {
        var opened = connection.State == ConnectionState.Closed;
        if (opened)
        {
            connection.Open();
        }

        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{index}";
                parameter.Value = values[index];
                command.Parameters.Add(parameter);
            }

            return run(command);
        }
        finally
        {
            if (opened)
            {
                connection.Close();
            }
        }
    }
}

/// <summary>Stops a command that is running, from another thread.</summary>
internal static class CommandInterruption
{
    public static void Interrupt(DbCommand command)
    {
        try
        {
            if (!InterruptSqlite(command.Connection))
            {
                command.Cancel();
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or DbException or TargetInvocationException)
        {
            // The command has just ended; the next command sees the cancellation.
        }
    }

    // Microsoft.Data.Sqlite's Cancel() does nothing. The native call is made for exactly this; the host is compiled without the
    // provider and has to look for it.
    private static bool InterruptSqlite(DbConnection? connection)
    {
        var handle = connection?.GetType().GetProperty("Handle")?.GetValue(connection);
        var interrupt = handle?.GetType().Assembly.GetType("SQLitePCL.raw")?.GetMethod("sqlite3_interrupt", [handle.GetType()]);
        interrupt?.Invoke(null, [handle]);
        return interrupt is not null;
    }
}
