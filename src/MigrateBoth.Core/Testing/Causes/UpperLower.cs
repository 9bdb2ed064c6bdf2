namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-09.</summary>
internal static class UpperLower
{
    public static Cause Cause { get; } = new(
        "upper-lower",
        ["C-09"],
        "SQLite's upper and lower know ASCII only, MySQL's know Unicode.",
        "Use the ordinal string semantics of MigrateBoth.EntityFrameworkCore, which replace the functions on SQLite, or change the case in code.",
        s => (s.SqliteHas(@"\b(upper|lower)\(") && (s.IsAboutWhichRows() || s.AreTexts((l, r) => string.Equals(l, r, StringComparison.OrdinalIgnoreCase)))));
}
