using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB290: default left behind by AddColumn.</summary>
internal static class DefaultResidueDrift
{
    public static DifferenceRule Rule { get; } = new("MB290", "Default left behind by AddColumn", Severity.Info, DifferenceKind.DefaultResidue, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} {d.Object} kept the default {d.Right} that AddColumn filled the old rows with; the model has none, and EF Core always writes the column.",
        $"Nothing has to be done; raw SQL that leaves the column out would get {d.Right}.");
}
