using System.Security.Cryptography;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Servers;

/// <summary>The account of a server that is ours: root, with a password made up for this one.</summary>
internal static class ServerAccount
{
    public const string User = "root";

    /// <summary>Letters and digits only: it stands in an environment variable and in an SQL file.</summary>
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
