using System.Data;
using System.Data.Common;

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
