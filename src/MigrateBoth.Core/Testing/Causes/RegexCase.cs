namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-10.</summary>
internal static class RegexCase
{
    public static Cause Cause { get; } = new(
        "regex-case",
        ["C-10"],
        "Regular expressions are .NET's and respect case on SQLite; MySQL's follow the collation.",
        "Match in code, or use a collation that respects case.",
        s => s.MySqlHas("REGEXP"));
}
