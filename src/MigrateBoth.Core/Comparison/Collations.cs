namespace MigrateBoth.Core.Comparison;

/// <summary>What a collation means for comparing text.</summary>
internal static class Collations
{
    /// <summary>SQLite's collation when none was declared.</summary>
    private const string SqliteDefault = "BINARY";

    /// <summary>Whether two collations of one engine are the same; no collation is the engine's default.</summary>
    public static bool Same(string? left, string? right) => Names.Same(left ?? SqliteDefault, right ?? SqliteDefault);

    /// <summary>Whether upper and lower case are one: <c>NOCASE</c> and MySQL's <c>_ci</c> family.</summary>
    public static bool IgnoresCase(string? collation) =>
        collation is not null
        && (collation.Equals("NOCASE", StringComparison.OrdinalIgnoreCase)
            || collation.EndsWith("_ci", StringComparison.OrdinalIgnoreCase)
            || collation.Contains("_ci_", StringComparison.OrdinalIgnoreCase)
            || (collation.Contains("_ai", StringComparison.OrdinalIgnoreCase) && !collation.Contains("_cs", StringComparison.OrdinalIgnoreCase)));

    /// <summary>How text is compared under it, for people.</summary>
    public static string Describe(string? collation) => IgnoresCase(collation) ? "case-insensitive" : "case-sensitive";
}
