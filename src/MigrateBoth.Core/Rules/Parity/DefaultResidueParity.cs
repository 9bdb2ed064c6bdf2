using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB390: a default left behind on one engine, or different ones on both.</summary>
internal static class DefaultResidueParity
{
    public static DifferenceRule Rule { get; } = new("MB390", "Default left behind", Severity.Info, DifferenceKind.DefaultResidue, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{d.Object} kept {(d.Left is null || d.Right is null ? "a default that AddColumn filled the old rows with on one engine only" : "different defaults that AddColumn filled the old rows with")}: {d.Left.OrNothing()} on SQLite, {d.Right.OrNothing()} on MySQL.",
        "Nothing has to be done: the model has no default, and EF Core always writes the column.");
}
