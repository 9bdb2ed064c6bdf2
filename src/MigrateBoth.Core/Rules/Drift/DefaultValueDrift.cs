using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB203: default differs from the model.</summary>
internal static class DefaultValueDrift
{
    public static DifferenceRule Rule { get; } = new("MB203", "Default differs from the model", Severity.Error, DifferenceKind.DefaultValue, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations give {d.Object} the default {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
        "Add a migration that alters the column with the defaultValue or defaultValueSql of the model.");
}
