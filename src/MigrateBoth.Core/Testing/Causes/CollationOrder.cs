namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-05.</summary>
internal static class CollationOrder
{
    public static Cause Cause { get; } = new(
        "collation-order",
        ["C-05"],
        "SQLite orders texts by code point (Z before a before é), MySQL by the collation's alphabet.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => (s.Kind == TestDifferenceKind.Order && s.InvolvesText()) || (s.Kind == TestDifferenceKind.Rows && s.SqliteHas("ORDER BY.+LIMIT") && s.MySqlOrders("s:")) || (s.IsAboutValues() && s.BothAre("s:") && s.SqliteHas(@"ORDER BY|\bmax\(|\bmin\(")) || (s.IsAboutWhichRows() && s.InvolvesText() && s.MySqlHas(@" (<|>|<=|>=) ")));
}
