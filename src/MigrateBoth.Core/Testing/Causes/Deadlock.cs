namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-47.</summary>
internal static class Deadlock
{
    public static Cause Cause { get; } = new(
        "deadlock",
        ["C-47"],
        "SQLite serialises writers; MySQL locks rows and breaks a deadlock by failing one transaction.",
        "Take locks in one order, and retry with an execution strategy.",
        s => s.MySqlRefuses("1213", "1205"));
}
