using System.Collections.Concurrent;
using System.Data.Common;
using MigrateBoth.EntityFrameworkCore.Providers;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>
/// The connections for the package's own statements, separate from the application's pools. Their number is small, regardless of how many test
/// classes run in parallel, and a connection that the server has closed is reopened.
/// </summary>
/// <param name="connectionString">The server, without a database and without pooling.</param>
internal sealed class ServerConnections(string connectionString) : IDisposable
{
    private const int Maximum = 4;

    // ER_BAD_DB_ERROR
    private const int UnknownDatabase = 1049;

    // The server may have any settings. Rows are copied unchanged, even if a strict mode would refuse them.
    private const string Settings = """
        SET SESSION autocommit = 1, lock_wait_timeout = 5, innodb_lock_wait_timeout = 5, wait_timeout = 28800, foreign_key_checks = 0, unique_checks = 1,
            time_zone = '+00:00', sql_mode = 'NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION';
        SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ
        """;

    // ER_CON_COUNT_ERROR and ER_TOO_MANY_USER_CONNECTIONS: another client may leave any moment.
    private static readonly int[] s_full = [1040, 1203];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _places = new(Maximum);
    private readonly ConcurrentBag<DbConnection> _idle = [];

    /// <summary>Works on a database; an empty name means none.</summary>
    public void Use(string database, Action<DbConnection> work) => Use(database, connection =>
    {
        work(connection);
        return true;
    });

    /// <summary>Works on a database; an empty name means none.</summary>
    public T Use<T>(string database, Func<DbConnection, T> work)
    {
        _places.Wait();
        try
        {
            var connection = Take(database);
            try
            {
                var result = work(connection);
                _idle.Add(connection);
                return result;
            }
            catch
            {
                // It may hold a transaction, or have lost its server.
                connection.Dispose();
                throw;
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>The open connections; the caller becomes their owner.</summary>
    public List<DbConnection> TakeIdle()
    {
        var taken = new List<DbConnection>();
        while (_idle.TryTake(out var connection))
        {
            taken.Add(connection);
        }

        return taken;
    }

    public void Dispose()
    {
        TakeIdle().ForEach(connection => connection.Dispose());
        _places.Dispose();
    }

    private DbConnection Take(string database)
    {
        while (_idle.TryTake(out var idle))
        {
            try
            {
                Enter(idle, database);
                return idle;
            }
            catch (Exception e) when ((e as DbException)?.Number() != UnknownDatabase)
            {
                idle.Dispose(); // The server has ended it in the meantime; drivers have exceptions of many kinds for that.
            }
        }

        var opened = Open();
        try
        {
            Enter(opened, database);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static void Enter(DbConnection connection, string database)
    {
        if (database.Length > 0)
        {
            connection.ChangeDatabase(database);
        }
        else
        {
            connection.Execute("DO 0");
        }
    }

    private DbConnection Open()
    {
        for (var until = DateTime.UtcNow + s_patience; ;)
        {
            var connection = MySqlDriver.NewConnection(connectionString);
            try
            {
                connection.Open();
                connection.Execute(Settings);
                return connection;
            }
            catch (DbException e) when (e.Number() is { } number && s_full.Contains(number) && DateTime.UtcNow < until)
            {
                connection.Dispose();
                Thread.Sleep(TimeSpan.FromMilliseconds(100));
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
    }
}
