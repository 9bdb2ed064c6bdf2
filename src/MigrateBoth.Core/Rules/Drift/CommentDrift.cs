using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB207: comment differs from the model.</summary>
internal static class CommentDrift
{
    public static DifferenceRule Rule { get; } = new("MB207", "Comment differs from the model", Severity.Info, DifferenceKind.Comment, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the comment of {d.Object} is {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
        "Add a migration that alters the object with the comment of the model.");
}
