using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-07.</summary>
internal static class ForeignKeyIgnoresCase
{
    public static Cause Cause { get; } = new(
        "foreign-key-ignores-case",
        ["C-07"],
        "MySQL's default collation finds a parent whose key differs in case or accents; SQLite compares keys byte by byte.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point. Normalise keys before they are saved.",
        s => s.SqliteRefuses(FailureClass.ForeignKey));
}
