using System.Globalization;
using System.Data.Common;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>Drops the databases of test runs that are over. Databases of other names, and of runs that live, are left alone.</summary>
internal static class MySqlLeftovers
{
    public static void Sweep(DbConnection connection)
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
                catch (DbException)
                {
                    // Another run sweeps at the same time, or the account may not: no reason to fail these tests.
                }
            }
        }
    }

    private static bool IsOver(DbConnection connection, string run) =>
        connection.Query($"SELECT IS_FREE_LOCK('{RunLock.LockName(run)}')", reader => reader.IsDBNull(0) ? 0L : Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture))[0] == 1;
}
