namespace MigrateBoth.Core.Comparison;

/// <summary>The properties of single table options that the rules use.</summary>
internal static class TableOptions
{
    /// <summary>SQLite's ON CONFLICT clauses: rows are dropped or replaced where they would be refused.</summary>
    public const string OnConflict = "on_conflict";

    /// <summary>The weight of a difference in an option, where it is not the rule's default: an option that loses rows is an error.</summary>
    public static Severity? WeightOf(string? option) => option == OnConflict ? Severity.Error : null;
}
