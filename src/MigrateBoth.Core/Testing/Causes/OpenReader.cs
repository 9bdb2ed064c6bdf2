namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-49.</summary>
internal static class OpenReader
{
    public static Cause Cause { get; } = new(
        "open-reader",
        ["C-49"],
        "MySQL's connection serves one reader at a time: a second command inside of foreach over a query fails.",
        "Read the first query to its end (ToList) before the next command.",
        s => s.SqliteFailure is null && s.MySqlFailure?.Message.Contains("already in use", StringComparison.OrdinalIgnoreCase) == true);
}
