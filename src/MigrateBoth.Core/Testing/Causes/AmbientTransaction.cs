namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue row C-50.</summary>
internal static class AmbientTransaction
{
    public static Cause Cause { get; } = new(
        "ambient-transaction",
        ["C-50"],
        "SQLite's provider takes no part in a TransactionScope; MySQL's connection joins it.",
        "Use context.Database.BeginTransaction() in place of the scope.",
        s => Says(s.SqliteMessage) || Says(s.MySqlMessage) || Says(s.SqliteFailure?.Message)
            || (s.IsAboutWhichRows() && ((s.Sqlite ?? s.MySql)?.IsInScope == true || s.Earlier.Any(command => command.IsInScope))));

    private static bool Says(string? message) => message?.Contains("ambient transaction", StringComparison.OrdinalIgnoreCase) == true;
}
