using System.Collections.Concurrent;

using MigrateBoth.Testing.Recording;
using MigrateBoth.Testing.Servers.MySql;
using MigrateBoth.Testing.Servers.Sqlite;

namespace MigrateBoth.Testing.Servers;

/// <summary>The server of this process and its pools of databases.</summary>
internal static class TestServers
{
    private static readonly Lazy<ITestServer> s_current = new(Start);
    private static readonly ConcurrentDictionary<object, TemplatePool> s_pools = new();

    /// <summary>The server; started, and swept of what dead processes left, when it is first asked for.</summary>
    public static ITestServer Current => s_current.Value;

    /// <summary>The pool of those databases that are made in the same way.</summary>
    /// <param name="key">What tells one way from another.</param>
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
