using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB205: value generation differs from the model.</summary>
internal static class IdentityDrift
{
    public static DifferenceRule Rule { get; } = new("MB205", "Value generation differs from the model", Severity.Error, DifferenceKind.Identity, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the values of {d.Object} are {d.Right}; the model says {d.Left}.",
        "Alter the column in a new migration with the annotation of the model (Sqlite:Autoincrement, MySql:ValueGenerationStrategy).");
}
