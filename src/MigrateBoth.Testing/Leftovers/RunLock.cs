using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrateBoth.Testing.Leftovers;

/// <summary>
/// Shows that a run is alive: a lock on the server with the run's id. The server releases it when the connection ends, regardless of how the
/// process ends and on which machine it ran.
/// </summary>
internal sealed partial class RunLock : IDisposable
{
    private readonly object _gate = new();

    private RunLock(DbConnection connection, string run)
    {
        Connection = connection;
        Run = run;
    }

    /// <summary>The connection that holds the lock.</summary>
    public DbConnection Connection { get; }

    /// <summary>The run's id: twelve hexadecimal digits.</summary>
    public string Run { get; }

    /// <summary>Opens a connection and takes the lock of a new run.</summary>
    /// <param name="connection">A connection that is not pooled; the lock becomes its owner.</param>
    public static RunLock Take(DbConnection connection)
    {
        try
        {
            var @lock = new RunLock(connection, Guid.NewGuid().ToString("N")[..12]);
            @lock.Open();
            return @lock;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lock again if the server has ended the session that held it.</summary>
    public void Keep()
    {
        lock (_gate)
        {
            try
            {
                Connection.Execute("DO 0");
            }
            catch (Exception)
            {
                Connection.Close();
                Open();
            }
        }
    }

    /// <summary>The name of a run's database. It matches the tool's pattern for scratch databases, so that one GRANT covers both.</summary>
    public static string DatabaseName(string run, string purpose) => $"migrateboth_{run}_{purpose}";

    /// <summary>The run that a database belongs to; null when it is not one of a test run.</summary>
    public static string? RunOf(string database) => TestDatabaseName().Match(database) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The name of a run's lock.</summary>
    public static string LockName(string run) => $"migrateboth:{run}";

    public void Dispose() => Connection.Dispose();

    // The connection is idle for the whole run, which may exceed the server's timeout.
    private void Open()
    {
        Connection.Open();
        Connection.Execute($"SET SESSION autocommit = 1, lock_wait_timeout = 5, wait_timeout = 604800; DO GET_LOCK('{LockName(Run)}', 10)");
    }

    [GeneratedRegex("^migrateboth_([0-9a-f]{12})_test[a-z]*[0-9]+$")]
    private static partial Regex TestDatabaseName();
}

/// <summary>Drops the databases of test runs that have ended. Databases with other names, and of running tests, are not touched.</summary>
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
                    // Another run sweeps at the same time, or the account lacks the privilege: not a reason to fail these tests.
                }
            }
        }
    }

    private static bool IsOver(DbConnection connection, string run) =>
        connection.Query($"SELECT IS_FREE_LOCK('{RunLock.LockName(run)}')", reader => reader.IsDBNull(0) ? 0L : Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture))[0] == 1;
}
