using System.Security.Cryptography;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Servers;

/// <summary>The options of a throw-away server, whose data need not survive a power failure.</summary>
internal static class ServerOptions
{
    /// <summary>
    /// Measured twice as fast on DDL. Nothing here changes the semantics of SQL. With <c>loose</c> a server ignores an option that it
    /// does not know: MariaDB has no X protocol, and options come and go with versions.
    /// </summary>
    public static IReadOnlyList<string> WithoutDurability { get; } =
    [
        "--loose-skip-log-bin",
        "--loose-mysqlx=OFF",
        "--loose-performance-schema=OFF",
        "--loose-innodb-doublewrite=OFF",
        "--loose-innodb-flush-log-at-trx-commit=0",
        "--loose-sync-binlog=0",
        "--loose-innodb-buffer-pool-dump-at-shutdown=OFF",
        "--loose-innodb-buffer-pool-load-at-startup=OFF",
        "--loose-innodb-numa-interleave=OFF",
        "--skip-name-resolve",
    ];
}

/// <summary>The account of a server that is ours: root, with a password made up for this one.</summary>
internal static class ServerAccount
{
    public const string User = "root";

    /// <summary>Letters and digits only: it is in an environment variable and in an SQL file.</summary>
    public static string NewPassword() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).ToLowerInvariant();

    /// <summary>Without encryption, as it never leaves the machine; the server's key is then needed for the first log-in.</summary>
    public static MySqlTarget Target(string host, int port, string password) => MySqlTarget.Parse(new MySqlConnectionStringBuilder
    {
        Server = host,
        Port = (uint)port,
        UserID = User,
        Password = password,
        SslMode = MySqlSslMode.None,
        AllowPublicKeyRetrieval = true,
        Pooling = false,
    }.ConnectionString);
}
