using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB372: name differs between the engines by case.</summary>
internal static class NameCaseParity
{
    public static DifferenceRule Rule { get; } = new("MB372", "Name differs between the engines by case", Severity.Warning, DifferenceKind.NameCase, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{d.Object} is spelled {d.Left} on SQLite and {d.Right} on MySQL.",
        $"Rename it in a migration {d.Where()}; a table needs two steps on SQLite. MySQL on Linux finds tables by exact case only.",
        d.ObjectKind == ObjectKind.Table ? Severity.Error : null);
}
