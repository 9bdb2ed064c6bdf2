using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>The same object under another name.</summary>
internal static class NameDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.NameCase)
        {
            Drift = new("MB272", "Name differs from the model by case", Severity.Warning, d => new(
                $"On {d.RightEngine.DisplayName()} {d.Object} is spelled {d.Right}; the model spells it {d.Left}.",
                "Rename it in a new migration; a table needs two steps on SQLite, by way of a third name.",
                d.ObjectKind == ObjectKind.Table ? Severity.Error : null)),
            Parity = new("MB372", "Name differs between the engines by case", Severity.Warning, d => new(
                $"{d.Object} is spelled {d.Left} on SQLite and {d.Right} on MySQL.",
                $"Rename it in a migration {d.Where()}; a table needs two steps on SQLite. MySQL on Linux finds tables by exact case only.",
                d.ObjectKind == ObjectKind.Table ? Severity.Error : null)),
            Between = (d, s) => $"{d.Object} is spelled {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        },
        new(DifferenceKind.ObjectName)
        {
            Drift = new("MB273", "Index or constraint goes by another name", Severity.Warning, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations call {d.Left} of {d.Table} {d.Right}: the same object, which a later migration will not find by the name of the model.",
                "Rename it in a new migration (RenameIndex, or drop and add the constraint).")),
            Parity = new("MB373", "Index or constraint has another name on the other engine", Severity.Info, d => new(
                $"What is {d.Left} on SQLite is called {d.Right} on MySQL: the same object.",
                "Nothing has to be done unless a migration or raw SQL names it.")),
            Between = (d, s) => $"The same object of {d.Table} is called {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        },
    ];
}
