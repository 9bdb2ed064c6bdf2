using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules;

/// <summary>What to do about a difference between two databases where no project was given: there is no model to correct and no migration to add.</summary>
internal static class WithoutModel
{
    /// <summary>The advice; the rule's own where it holds for any two databases.</summary>
    public static string? Advice(SchemaDifference difference, string? own) => difference.Kind switch
    {
        DifferenceKind.UnreadObject or DifferenceKind.HiddenObject or DifferenceKind.UncomparableExpression => own,
        DifferenceKind.UnknownType => "Compare the values of both columns by hand; if they are the same, accept the finding with the reason.",
        DifferenceKind.BrokenView => "Drop the view, or create it again over what it reads.",
        DifferenceKind.DefaultResidue => "Where SQL inserts rows, give both sides the same default.",
        DifferenceKind.Collation or DifferenceKind.DatabaseCollation =>
            "Give text on MySQL the collation utf8mb4_0900_bin (MariaDB: utf8mb4_nopad_bin), which agrees with SQLite's BINARY in every probe, or accept that equality and uniqueness of text differ.",
        _ => "Decide which of the two is right, and bring the other one there.",
    };
}
