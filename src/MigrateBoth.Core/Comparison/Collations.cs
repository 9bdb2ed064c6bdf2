namespace MigrateBoth.Core.Comparison;

/// <summary>How collations are held against each other by name.</summary>
internal static class Collations
{
    /// <summary>SQLite's collation when none was declared.</summary>
    public const string SqliteDefault = "BINARY";

    /// <summary>Whether two collations of one engine are the same; no collation is the engine's default.</summary>
    public static bool Same(string? left, string? right) => Names.Same(left ?? SqliteDefault, right ?? SqliteDefault);
}
