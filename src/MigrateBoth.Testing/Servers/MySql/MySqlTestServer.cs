using System.Data.Common;
using System.Globalization;
using MigrateBoth.EntityFrameworkCore;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;
using MigrateBoth.EntityFrameworkCore.Providers;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>
/// A configured server. It creates and drops only databases of its own run, whose names begin with <c>migrateboth_</c> and the run's id.
/// </summary>
internal sealed class MySqlTestServer : ITestServer
{
    private readonly string _server;
    private readonly RunLock _lock;
    private readonly object _gate = new();
    private readonly HashSet<string> _databases = [];
    private int _numbers;
    private bool _isDisposed;

    private MySqlTestServer(string server, RunLock @lock, string version, bool needsSessionSettings)
    {
        _server = server;
        _lock = @lock;
        Version = version;
        NeedsSessionSettings = needsSessionSettings;
        Connections = new ServerConnections(With(server, ("Database", string.Empty), ("Allow User Variables", true), ("Pooling", false)));
    }

    public Engine Engine => Engine.MySql;

    public string Version { get; }

    public bool NeedsSessionSettings { get; }

    /// <summary>The connections for the package's own statements.</summary>
    public ServerConnections Connections { get; }

    /// <summary>Connects, and removes the databases of runs that have ended.</summary>
    /// <param name="given">A connection string or a <c>mysql://</c> URL.</param>
    /// <exception cref="ParityDatabaseException">Nothing was given, or the server cannot be reached.</exception>
    public static MySqlTestServer Start(string? given)
    {
        var server = Parse(given);
        try
        {
            var @lock = RunLock.Take(MySqlDriver.NewConnection(With(server, ("Pooling", false))));
            MySqlLeftovers.Sweep(@lock.Connection);
            var isUsual = @lock.Connection.Query(
                """
                SELECT @@GLOBAL.autocommit = 1 AND @@GLOBAL.foreign_key_checks = 1 AND @@GLOBAL.unique_checks = 1 AND @@GLOBAL.wait_timeout >= 600
                    AND LOCATE('STRICT_', @@GLOBAL.sql_mode) > 0 AND LOCATE('NO_BACKSLASH_ESCAPES', @@GLOBAL.sql_mode) = 0 AND IFNULL(@@GLOBAL.init_connect, '') = ''
                """,
                reader => Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture))[0] == 1;
            return new MySqlTestServer(server, @lock, VersionOf(@lock.Connection.ServerVersion), !isUsual);
        }
        catch (DbException e)
        {
            throw new ParityDatabaseException(
                $"The MySQL server that {TestSettings.MySqlVariable} names ({Named(server)}) cannot be used: {e.Message} "
                + "Start it ('dotnet migrate-both server up' does), or leave MIGRATEBOTH_ENGINE unset to run the tests on SQLite.",
                e);
        }
    }

    public ITestTemplate CreateTemplate(Action<string> migrate)
    {
        var name = NewDatabase("testtemplate");
        migrate(ConnectionString(name));
        ClosePool(ConnectionString(name));
        return new MySqlTemplate(this, name, Connections.Use(name, MySqlSchema.Read), migrate);
    }

    /// <summary>Creates an empty database.</summary>
    public string NewDatabase(string purpose)
    {
        var name = RunLock.DatabaseName(_lock.Run, purpose + Interlocked.Increment(ref _numbers).ToString(CultureInfo.InvariantCulture));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _databases.Add(name);
        }

        _lock.Keep();
        Connections.Use(string.Empty, connection => connection.Execute($"CREATE DATABASE `{name}` CHARACTER SET utf8mb4"));
        return name;
    }

    /// <summary>The application's connection string for a database. Pomelo's provider requires the two options; other providers accept them.</summary>
    public string ConnectionString(string database) =>
        With(_server, ("Database", database), ("Allow User Variables", true), ("Use Affected Rows", false));

    /// <summary>Closes the application's pooled connections to a database, to free them for the next user of the server.</summary>
    public static void ClosePool(string connectionString)
    {
        using var connection = MySqlDriver.NewConnection(connectionString);
        connection.GetType().GetMethod("ClearPool", [connection.GetType()])?.Invoke(null, [connection]);
    }

    /// <summary>
    /// Drops what is left, all at once: a test platform gives a process about a tenth of a second to end, and a statement that the server has
    /// is carried out even when the process is gone. The connection of the lock is always there, whatever limit the server has.
    /// </summary>
    public void Dispose()
    {
        string[] left;
        lock (_gate)
        {
            _isDisposed = true;
            left = [.. _databases];
            _databases.Clear();
        }

        DbConnection[] connections = [_lock.Connection, .. Connections.TakeIdle()];
        Task.WaitAll(
            [.. connections.Select((connection, first) => Task.Run(() => TryDrop(connection, [.. left.Where((_, i) => i % connections.Length == first)])))],
            TimeSpan.FromSeconds(20));
        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        Connections.Dispose();
        _lock.Dispose();
    }

    private static void TryDrop(DbConnection connection, string[] names)
    {
        if (names.Length > 0 && !TryExecute(connection, string.Join("; ", names.Select(Statement))))
        {
            // One that a test still works on must not keep the others.
            foreach (var name in names)
            {
                TryExecute(connection, Statement(name));
            }
        }

        static string Statement(string name) => $"DROP DATABASE IF EXISTS `{name}`";
    }

    private static bool TryExecute(DbConnection connection, string sql)
    {
        try
        {
            connection.Execute(sql);
            return true;
        }
        catch (Exception)
        {
            // The process ends; the tool, or the next run, sweeps what is left.
            return false;
        }
    }

    private static string Parse(string? given)
    {
        if (given is null || !(given.Contains('=', StringComparison.Ordinal) || given.Contains("://", StringComparison.Ordinal)))
        {
            throw new ParityDatabaseException(
                $"{TestSettings.EngineVariable} is mysql, and {TestSettings.MySqlVariable} {(given is null ? "is not set" : "is no connection string")}. "
                + "Give a connection string such as 'Server=127.0.0.1;User ID=root;Password=…', or let 'dotnet migrate-both test' bring up a server.");
        }

        try
        {
            var settings = DatabaseSettings.Parse(given.StartsWith("mariadb://", StringComparison.OrdinalIgnoreCase) ? null : "mysql", given);
            return With(settings.ConnectionString!, ("Database", string.Empty));
        }
        catch (DatabaseConfigurationException e)
        {
            // Its message names the setting that an application uses, and never a password.
            throw new ParityDatabaseException($"{TestSettings.MySqlVariable}: {e.Message.Replace(DatabaseSettingNames.Url, "the value", StringComparison.Ordinal)}");
        }
    }

    // Whose keywords they are is the driver's; both of the known ones take these in this form.
    internal static string With(string connectionString, params (string Key, object Value)[] options)
    {
        var builder = MySqlDriver.NewConnectionString();
        builder.ConnectionString = connectionString;
        foreach (var (key, value) in options)
        {
            DriverConnectionString.Set(builder, key, value);
        }

        return builder.ConnectionString;
    }

    private static string Named(string connectionString)
    {
        var builder = MySqlDriver.NewConnectionString();
        builder.ConnectionString = connectionString;
        return $"{builder["Server"]}:{builder["Port"]}, user '{builder["User ID"]}'";
    }

    private static string VersionOf(string text)
    {
        // 9.7.4, 8.4.0-log, 10.11.6-MariaDB-0+deb12u1, 5.5.5-10.11.6-MariaDB
        var isMariaDb = text.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);
        var parts = text.Split('-');
        var number = isMariaDb && parts[0] == "5.5.5" && parts.Length > 1 ? parts[1] : parts[0];
        return isMariaDb ? $"{number}-mariadb" : number;
    }
}
