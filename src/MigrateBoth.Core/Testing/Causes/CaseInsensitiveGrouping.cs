namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-01.</summary>
internal static class CaseInsensitiveGrouping
{
    public static Cause Cause { get; } = new(
        "case-insensitive-grouping",
        ["C-01"],
        "MySQL's default collation takes texts for equal that differ in case or accents, so DISTINCT, GROUP BY and UNION merge them.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.IsAboutWhichRows() && s.MySqlHas(@"\bDISTINCT\b|\bGROUP BY\b|\bUNION\b") && s.InvolvesText());
}
