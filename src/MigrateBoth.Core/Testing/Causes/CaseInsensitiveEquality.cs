namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-01, C-08.</summary>
internal static class CaseInsensitiveEquality
{
    public static Cause Cause { get; } = new(
        "case-insensitive-equality",
        ["C-01", "C-08"],
        "MySQL's default collation takes texts for equal that differ in case or accents; SQLite compares them byte by byte.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.IsAboutWhichRows() && s.InvolvesText() && s.MySqlHas(@"=|\bIN\b|<>"));
}
