using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB351: check constraint differs between the engines.</summary>
internal static class CheckDefinitionParity
{
    public static DifferenceRule Rule { get; } = new("MB351", "Check constraint differs between the engines", Severity.Error, DifferenceKind.CheckDefinition, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The check {d.Object} is {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}.",
        $"Drop and add the check in a migration {d.Where()}, with SQL that means the same on both.");
}
