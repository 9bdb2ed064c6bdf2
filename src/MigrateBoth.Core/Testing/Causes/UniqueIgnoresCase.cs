using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-06.</summary>
internal static class UniqueIgnoresCase
{
    public static Cause Cause { get; } = new(
        "unique-ignores-case",
        ["C-06"],
        "MySQL's default collation takes texts for equal that differ in case or accents, so its unique index refuses what SQLite's takes.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point. Or store a normalised copy and make that unique.",
        s => s.MySqlRefuses(FailureClass.Unique));
}
