using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB272: name differs from the model by case.</summary>
internal static class NameCaseDrift
{
    public static DifferenceRule Rule { get; } = new("MB272", "Name differs from the model by case", Severity.Warning, DifferenceKind.NameCase, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} {d.Object} is spelled {d.Right}; the model spells it {d.Left}.",
        "Rename it in a new migration; a table needs two steps on SQLite, by way of a third name.",
        d.ObjectKind == ObjectKind.Table ? Severity.Error : null);
}
