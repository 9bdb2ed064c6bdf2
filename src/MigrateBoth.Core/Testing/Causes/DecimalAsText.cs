namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-19, C-20.</summary>
internal static class DecimalAsText
{
    public static Cause Cause { get; } = new(
        "decimal-as-text",
        ["C-19", "C-20"],
        "SQLite stores a decimal as TEXT: outside of what EF Core translates, it is compared as text, and '9' is greater than '10'.",
        "Convert it to a long in minor units, or write Amount + 0 in raw SQL and a conditional for Math.Max and Math.Min.",
        s => (s.MySqlHas(@"GREATEST\(|LEAST\(") || (s.IsRaw() && s.SqliteHas(@"[<>]|max\(|min\(|order\s+by"))) && !s.BothAre("s:"));
}
