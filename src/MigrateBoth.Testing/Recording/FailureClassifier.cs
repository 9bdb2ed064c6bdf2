using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Recording;

/// <summary>Classifies errors of the database into classes that both engines share.</summary>
internal static class FailureClassifier
{
    private const int MaximumMessage = 500;

    private static readonly Dictionary<int, FailureClass> s_sqlite = new()
    {
        [1] = FailureClass.Sql,
        [5] = FailureClass.Timeout, // BUSY: waited for a lock as long as the command may take
        [6] = FailureClass.Timeout, // LOCKED
        [18] = FailureClass.TooLong,
        [275] = FailureClass.Check,
        [787] = FailureClass.ForeignKey,
        [1299] = FailureClass.NotNull,
        [1555] = FailureClass.Unique, // primary key
        [1811] = FailureClass.ForeignKey, // RESTRICT, which SQLite carries out as a trigger
        [2067] = FailureClass.Unique,
        [2579] = FailureClass.Unique, // rowid
    };

    // The driver's words for a test that keeps too many connections open.
    private const string PoolIsEmpty = "pooled connections are in use";

    private static readonly Dictionary<int, FailureClass> s_mySql = new()
    {
        [-1] = FailureClass.Timeout, // MySqlConnector's own: the command took longer than it may
        [1048] = FailureClass.NotNull,
        [1054] = FailureClass.Sql,
        [1062] = FailureClass.Unique,
        [1064] = FailureClass.Sql,
        [1146] = FailureClass.Sql,
        [1205] = FailureClass.Timeout,
        [1213] = FailureClass.Concurrency, // deadlock
        [1216] = FailureClass.ForeignKey,
        [1217] = FailureClass.ForeignKey,
        [1264] = FailureClass.OutOfRange,
        [1292] = FailureClass.OutOfRange,
        [1305] = FailureClass.Sql,
        [1364] = FailureClass.NotNull, // no default value
        [1366] = FailureClass.OutOfRange,
        [1406] = FailureClass.TooLong,
        [1451] = FailureClass.ForeignKey,
        [1452] = FailureClass.ForeignKey,
        [1586] = FailureClass.Unique,
        [1690] = FailureClass.OutOfRange,
        [3024] = FailureClass.Timeout,
        [3819] = FailureClass.Check,
        [4025] = FailureClass.Check, // MariaDB
    };

    /// <summary>Classifies an exception by the engine's own code, wherever in the chain it is.</summary>
    public static RecordedFailure Classify(Exception exception)
    {
        if (exception is DbUpdateConcurrencyException)
        {
            return Describe(FailureClass.Concurrency, exception, null);
        }

        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SqliteException sqlite:
                    var known = Of(s_sqlite, sqlite.SqliteExtendedErrorCode) ?? Of(s_sqlite, sqlite.SqliteErrorCode);
                    return Describe(known ?? (ServerErrors.IsSqliteLost(sqlite.SqliteErrorCode) ? FailureClass.Server : null), cause, sqlite.SqliteExtendedErrorCode);
                case DbException database when database.Number() is { } number && Of(s_mySql, number) is { } failure:
                    return Describe(failure, cause, number);
                case DbException database and not SqliteException when IsOfServer(database):
                    return Describe(FailureClass.Server, cause, database.Number());
                case TimeoutException:
                    return Describe(FailureClass.Timeout, cause, null);
            }
        }

        // What no table names is told by the database's own exception, wherever in the chain that is.
        var unknown = Chain(exception).OfType<DbException>().FirstOrDefault();
        return Describe(FailureClass.Other, unknown ?? exception, unknown?.Number());
    }

    /// <summary>By its number; a connection that broke has none, and a socket's or a stream's error inside.</summary>
    private static bool IsOfServer(DbException exception) =>
        !exception.Message.Contains(PoolIsEmpty, StringComparison.OrdinalIgnoreCase)
        && (ServerErrors.IsMySqlLost(exception.Number() ?? 0) || ServerErrors.IsMySqlRefused(exception.Number() ?? 0) || Chain(exception).Any(cause => cause is IOException or System.Net.Sockets.SocketException or System.Security.Authentication.AuthenticationException));

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static FailureClass? Of(Dictionary<int, FailureClass> codes, int code) => codes.TryGetValue(code, out var found) ? found : null;

    private static RecordedFailure Describe(FailureClass? failure, Exception exception, int? code) => new(
        failure ?? FailureClass.Other,
        exception.GetType().FullName!,
        code?.ToString(CultureInfo.InvariantCulture),
        exception.Message.Length <= MaximumMessage ? exception.Message : exception.Message[..MaximumMessage]);
}
