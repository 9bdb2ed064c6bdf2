namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-02.</summary>
internal static class ContainsIgnoresCase
{
    public static Cause Cause { get; } = new(
        "contains-ignores-case",
        ["C-02"],
        "Contains and IndexOf respect case on SQLite; on MySQL they follow the collation, which ignores case and accents.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.SqliteHas(@"\binstr\("));
}
