using MySqlConnector;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>Drops the databases of test runs that are over. Databases of other names, and of runs that live, are left alone.</summary>
internal static class MySqlLeftovers
{
    public static void Sweep(MySqlConnection connection)
    {
        var leftovers = connection.Query(
            @"SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrateboth\_%\_test%'", reader => reader.GetString(0));
        foreach (var run in leftovers.Where(name => RunLock.RunOf(name) is not null).GroupBy(name => RunLock.RunOf(name)!))
        {
            if (!IsOver(connection, run.Key))
            {
                continue;
            }

            foreach (var name in run)
            {
                try
                {
                    connection.Execute($"DROP DATABASE IF EXISTS {MySqlCommands.Quote(name)}");
                }
                catch (MySqlException)
                {
                    // Another run sweeps at the same time, or the account may not: no reason to fail these tests.
                }
            }
        }
    }

    private static bool IsOver(MySqlConnection connection, string run) =>
        connection.Query($"SELECT IS_FREE_LOCK('{RunLock.LockName(run)}')", reader => reader.IsDBNull(0) ? 0L : reader.GetInt64(0))[0] == 1;
}
