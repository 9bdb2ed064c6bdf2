using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB373: index or constraint goes by another name on the other engine.</summary>
internal static class ObjectNameParity
{
    public static DifferenceRule Rule { get; } = new("MB373", "Index or constraint goes by another name on the other engine", Severity.Info, DifferenceKind.ObjectName, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"What is {d.Left} on SQLite is called {d.Right} on MySQL: the same object.",
        "Nothing has to be done unless a migration or raw SQL names it.");
}
