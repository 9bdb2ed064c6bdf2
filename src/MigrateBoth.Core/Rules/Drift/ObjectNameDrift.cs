using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB273: index or constraint goes by another name.</summary>
internal static class ObjectNameDrift
{
    public static DifferenceRule Rule { get; } = new("MB273", "Index or constraint goes by another name", Severity.Warning, DifferenceKind.ObjectName, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations call {d.Left} of {d.Table} {d.Right}: the same object, which a later migration will not find by the name of the model.",
        "Rename it in a new migration (RenameIndex, or drop and add the constraint).");
}
