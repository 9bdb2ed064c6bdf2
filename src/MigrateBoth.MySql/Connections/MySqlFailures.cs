using System.Net.Sockets;
using MigrateBoth.Core.Errors;
using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>Describes what a failure of the server means for the user. Nothing in it comes from the connection string but its endpoint and account.</summary>
internal static class MySqlFailures
{
    private const MySqlErrorCode PrivilegeMissing = (MySqlErrorCode)1227;
    private const MySqlErrorCode AccessDeniedWithoutPassword = (MySqlErrorCode)1698;

    public static MigrateBothException Describe(MySqlException failure, MySqlTarget target) => failure.ErrorCode switch
    {
        MySqlErrorCode.AccessDenied or AccessDeniedWithoutPassword => new MigrateBothException(
            ExitCode.Incomplete,
            "mysql-access-denied",
            $"MySQL at {target.Endpoint} refuses account '{target.User}': {failure.Message}.".Replace("..", ".", StringComparison.Ordinal),
            "Check user and password in the connection string, and the host the account may come from.",
            failure),
        MySqlErrorCode.DatabaseAccessDenied or MySqlErrorCode.TableAccessDenied or PrivilegeMissing => new MigrateBothException(
            ExitCode.Incomplete,
            "mysql-access-denied",
            $"Account '{target.User}' at {target.Endpoint} may not do this: {failure.Message}",
            "Grant the missing privilege, or use another account.",
            failure),
        MySqlErrorCode.UnknownDatabase => new MigrateBothException(
            ExitCode.Incomplete,
            "mysql-database-not-found",
            $"There is no database '{target.Database}' on the server at {target.Endpoint}.",
            "Check the name; on Linux it is case-sensitive.",
            failure),
        MySqlErrorCode.ConnectionCountError or MySqlErrorCode.TooManyUserConnections => new MigrateBothException(
            ExitCode.Incomplete,
            "mysql-too-many-connections",
            $"MySQL at {target.Endpoint} accepts no more connections: {failure.Message}",
            "Close idle connections, or raise max_connections.",
            failure),
        _ when IsUnreachable(failure) => new MigrateBothException(
            ExitCode.Incomplete,
            "mysql-unreachable",
            $"No MySQL server answers at {target.Endpoint}: {Reason(failure)}",
            "Check host and port in the connection string, and that the server runs.",
            failure),
        _ => new MigrateBothException(
            ExitCode.Incomplete,
            "mysql-failed",
            $"MySQL at {target.Endpoint} answered with error {(int)failure.ErrorCode}: {failure.Message}",
            "The server's own log may say more.",
            failure),
    };

    /// <summary>Whether there is no server, or none any more, as opposed to one that says no.</summary>
    public static bool IsUnreachable(MySqlException failure) =>
        failure.ErrorCode is MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.None or MySqlErrorCode.ServerShutdown
        || failure.InnerException is SocketException or IOException or TimeoutException;

    private static string Reason(MySqlException failure)
    {
        var innermost = (Exception)failure;
        while (innermost.InnerException is { } inner)
        {
            innermost = inner;
        }

        return innermost.Message;
    }
}
