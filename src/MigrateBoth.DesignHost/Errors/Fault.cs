using System.Data.Common;
using System.Reflection;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Errors;

/// <summary>Turns what the application or EF Core threw into an error that its user can act upon.</summary>
internal static class Fault
{
    private const string SqliteNumber = "SqliteErrorCode";

    /// <summary>An exception of the application's own code.</summary>
    /// <param name="code">The error's code.</param>
    /// <param name="what">What was being done, such as <c>The constructor of ShopContext failed</c>.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="verbose">Whether to show the application's stack frames.</param>
    /// <param name="hint">What to do next, or null.</param>
    public static MigrateBothException OfApplication(string code, string what, Exception exception, bool verbose, string? hint = null)
    {
        var root = Unwrap(exception);
        var message = $"{what}: {Describe(root)}{(verbose ? Frames(root) : null)}";
        return new MigrateBothException(
            ExitCode.Incomplete, code, message, hint ?? (verbose ? null : "Run again with --verbose to see where it was thrown."), root);
    }

    public static HostError ToError(Exception exception, bool verbose)
    {
        switch (exception)
        {
            case MigrateBothException known:
                return new HostError((int)known.ExitCode, known.Code, Redaction.MaskSecrets(known.Message), known.Hint is null ? null : Redaction.MaskSecrets(known.Hint));
            case OperationCanceledException:
                return new HostError((int)ExitCode.Incomplete, "cancelled", "The request was cancelled.", null);
            case MigrationSqlException sql:
                return new HostError(
                    (int)ExitCode.Incomplete,
                    "sql-generation-failed",
                    Redaction.MaskSecrets(sql.Message),
                    "Change the migration to something this provider can express. Nothing was applied.");
            default:
                if (OfDatabase(exception) is { } database)
                {
                    return new HostError((int)ExitCode.Incomplete, "database-failed", Redaction.MaskSecrets(DescribeDatabase(database)), RecipeFor(database));
                }

                var root = Unwrap(exception);
                return new HostError(
                    (int)ExitCode.Incomplete,
                    "host-failed",
                    Redaction.MaskSecrets(Describe(root) + (verbose ? Environment.NewLine + root.StackTrace : null)),
                    verbose ? null : "Run again with --verbose to see where it was thrown.");
        }
    }

    /// <summary>The exception's type and message, and those of its causes when they say more.</summary>
    public static string Describe(Exception exception)
    {
        var text = $"{exception.GetType().Name}: {exception.Message}";
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (!text.Contains(inner.Message, StringComparison.Ordinal))
            {
                text += $" ({inner.GetType().Name}: {inner.Message})";
            }
        }

        return text;
    }

    /// <summary>The cause under the wrappers that reflection and EF Core's design time put around it.</summary>
    public static Exception Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException or TypeInitializationException or AggregateException { InnerExceptions.Count: 1 }
            when exception.InnerException is { } inner => Unwrap(inner),
        _ => exception,
    };

    /// <summary>What the database said, under the advice that EF Core's execution strategy puts around it; null when it is not about a database.</summary>
    public static DbException? OfDatabase(Exception? exception) => exception as DbException ?? (exception is null ? null : OfDatabase(exception.InnerException));

    /// <summary>The database's message and its number, which is what people look up.</summary>
    public static string DescribeDatabase(DbException exception) =>
        DatabaseErrorNumber(exception) is { } number ? $"{exception.Message} ({number})" : exception.Message;

    /// <summary>The server's number of an error; each provider has a property of its own for it.</summary>
    public static int? DatabaseErrorNumber(DbException exception) =>
        (exception.GetType().GetProperty("Number") ?? exception.GetType().GetProperty(SqliteNumber))?.GetValue(exception) as int?;

    /// <summary>Whether the server, its connection or the database's file is at fault, and not the statement; a statement that was given up is not either.</summary>
    public static bool IsServerLost(Exception exception)
    {
        const int GivenUp = -1;
        if (OfDatabase(exception) is not { } database || DatabaseErrorNumber(database) is not { } number)
        {
            return false;
        }

        return database.GetType().GetProperty(SqliteNumber) is not null ? ServerErrors.IsSqliteLost(number) : number == GivenUp || ServerErrors.IsMySqlLost(number) || IsBroken(database);

        static bool IsBroken(Exception? cause) => cause is IOException or System.Net.Sockets.SocketException || (cause is not null && IsBroken(cause.InnerException));
    }

    private static string? RecipeFor(DbException exception) =>
        RefusalRecipes.For(exception.GetType().GetProperty(SqliteNumber) is null ? Engine.MySql : Engine.Sqlite, DatabaseErrorNumber(exception), exception.Message);

    // Only what its author can change: the frames of EF Core and of the runtime say nothing to the application's author.
    private static string Frames(Exception exception) => string.Concat(
        (exception.StackTrace ?? "").Split('\n')
            .Select(line => line.TrimEnd())
            .Where(line => !line.StartsWith("   at Microsoft.", StringComparison.Ordinal)
                && !line.StartsWith("   at System.", StringComparison.Ordinal)
                && !line.StartsWith("   at MigrateBoth.DesignHost.", StringComparison.Ordinal)
                && line.Length > 0)
            .Select(line => Environment.NewLine + line));
}
