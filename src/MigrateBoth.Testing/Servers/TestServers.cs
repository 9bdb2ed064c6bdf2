using System.Collections.Concurrent;
using MigrateBoth.Testing.Servers.MySql;
using MigrateBoth.Testing.Servers.Sqlite;

namespace MigrateBoth.Testing.Servers;

/// <summary>The server of this process and its pools of databases.</summary>
internal static class TestServers
{
    private static readonly Lazy<ITestServer> s_current = new(Start);
    private static readonly ConcurrentDictionary<object, TemplatePool> s_pools = new();

    /// <summary>The server. On first use it is started, and leftovers of dead processes are removed.</summary>
    public static ITestServer Current => s_current.Value;

    /// <summary>The pool of the databases that are created in the same way.</summary>
    /// <param name="key">Identifies the way in which the databases are created.</param>
    /// <param name="migrate">Migrates the database of a connection string.</param>
    public static TemplatePool Pool(object key, Action<string> migrate) =>
        s_pools.GetOrAdd(key, _ => new TemplatePool(Current, migrate));

    private static ITestServer Start()
    {
        var settings = TestSettings.Current;
        var server = Obstacles.Guard<ITestServer>(
            "The server of the tests cannot be used",
            () => settings.Engine == Engine.Sqlite ? SqliteTestServer.Start() : MySqlTestServer.Start(settings.MySqlConnectionString));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }
}

/// <summary>
/// A template database, created on first use, and its unused copies. A test class rents a copy for itself; a returned copy is reset before
/// it is rented again, which is faster than making another copy.
/// </summary>
internal sealed class TemplatePool(ITestServer server, Action<string> migrate)
{
    private readonly Lazy<ITestTemplate> _template = new(() => Obstacles.Guard(
        "The migrations could not be applied to the database that the tests' databases are copied from", () => server.CreateTemplate(migrate)));
    private readonly ConcurrentBag<ITestDatabase> _returned = [];

    /// <summary>A database in the state of the template.</summary>
    public ITestDatabase Rent()
    {
        while (_returned.TryTake(out var database))
        {
            try
            {
                return Obstacles.Guard("A database of tests could not be reset", () =>
                {
                    database.Reset();
                    return database;
                });
            }
            catch (ParityDatabaseException e) when (!Obstacles.IsOne(e))
            {
                // Its last user left a transaction open. It is not reused, and is removed with the others at the end.
            }
        }

        var template = _template.Value;
        return Obstacles.Guard("A database for tests could not be made", template.CreateDatabase);
    }

    /// <summary>Returns a database to the pool, whether it was used or not.</summary>
    public void Return(ITestDatabase database)
    {
        database.Release();
        _returned.Add(database);
    }
}
