using System.Data.Common;
using System.Reflection;

namespace MigrateBoth.DesignHost.Applying;

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
            // It ended in this very moment; the next command sees the cancellation.
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
