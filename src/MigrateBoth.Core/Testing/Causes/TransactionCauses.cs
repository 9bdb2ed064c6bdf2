using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Connections, locks and transactions that behave differently.</summary>
internal static class TransactionCauses
{
    /// <summary>Catalogue rows C-49.</summary>
    public static Cause OpenReader { get; } = new(
        "open-reader",
        ["C-49"],
        "MySQL's connection serves one reader at a time: a second command inside of foreach over a query fails.",
        "Read the first query to its end (ToList) before the next command.",
        s => s.SqliteFailure is null && s.MySqlFailure?.Message.Contains("already in use", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Catalogue rows C-47.</summary>
    public static Cause Deadlock { get; } = new(
        "deadlock",
        ["C-47"],
        "SQLite serialises writers; MySQL locks rows and breaks a deadlock by failing one transaction.",
        "Take locks in one order, and retry with an execution strategy.",
        s => s.MySqlRefuses("1213", "1205"));

    /// <summary>Catalogue row C-50.</summary>
    public static Cause AmbientTransaction { get; } = new(
        "ambient-transaction",
        ["C-50"],
        "SQLite's provider does not enlist in a TransactionScope; MySQL's connection does.",
        "Use context.Database.BeginTransaction() in place of the scope.",
        s => Says(s.SqliteMessage) || Says(s.MySqlMessage) || Says(s.SqliteFailure?.Message)
            || (s.IsAboutWhichRows() && ((s.Sqlite ?? s.MySql)?.IsInScope == true || s.Earlier.Any(command => command.IsInScope))));

    /// <summary>Catalogue rows C-43, S-20.</summary>
    public static Cause RowVersionNotKept { get; } = new(
        "row-version-not-kept",
        ["C-43", "S-20"],
        "SQLite never writes a byte[] row version, so a conflicting update is not detected there.",
        "Use a token that the application sets: an int or Guid with IsConcurrencyToken.",
        s => s.MySqlRefuses(FailureClass.Concurrency) || (s.SqliteValue is null && s.MySqlValue is not null && s.MySql?.Columns.Any(column => column.Role == ColumnRole.StoreGenerated) == true));

    /// <summary>Catalogue rows C-46.</summary>
    public static Cause SingleWriter { get; } = new(
        "single-writer",
        ["C-46"],
        "SQLite lets one connection write at a time and fails the second one when its time is up; MySQL locks rows.",
        "Keep transactions short, and do not write from two connections in one test.",
        s => s.SqliteRefuses(FailureClass.Timeout));

    private static bool Says(string? message) => message?.Contains("ambient transaction", StringComparison.OrdinalIgnoreCase) == true;
}
