namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-03.</summary>
internal static class LikeIgnoresAccents
{
    public static Cause Cause { get; } = new(
        "like-ignores-accents",
        ["C-03"],
        "LIKE (StartsWith, EndsWith) ignores the case of ASCII letters on SQLite; on MySQL it follows the collation, which ignores case and accents of all letters.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.SqliteHas(@"\bLIKE\b|\bGLOB\b") && s.MySqlHas(@"\bLIKE\b"));
}
