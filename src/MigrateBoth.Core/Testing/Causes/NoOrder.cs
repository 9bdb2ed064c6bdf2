namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-05.</summary>
internal static class NoOrder
{
    public static Cause Cause { get; } = new(
        "no-order",
        ["C-05"],
        "Without an order each engine returns rows as it finds them: SQLite mostly by rowid, InnoDB by primary key or by the index it reads.",
        "Add OrderBy, with a unique column as the last one.",
        s => s.Kind == TestDifferenceKind.UnaskedOrder);
}
