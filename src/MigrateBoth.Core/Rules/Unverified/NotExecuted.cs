using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB910: expressions have equal texts and could not be run.</summary>
internal static class NotExecuted
{
    private const int Named = 3;

    public static Notice Rule { get; } = new("MB910", "Expressions were compared by their text only", Severity.Warning);

    /// <summary>One finding for each reason: a server that cannot be had keeps every expression from being run.</summary>
    public static IEnumerable<Finding> Find(string stage, IReadOnlyList<ExpressionVerdict> verdicts) =>
        from verdict in verdicts
        where verdict is { Obstacle: not null, Pair.ByText: null }
        group verdict.Pair.Object by verdict.Obstacle!.TrimEnd('.') into objects
        let names = objects.Distinct().ToList()
        select Rule.About(stage, names is [var only] ? only : new ObjectPath("expressions"), ObjectKind.Database, new Explanation(
            $"{string.Join(", ", names.Take(Named))}{(names.Count > Named ? $" and {names.Count - Named} more" : "")}: the texts are equal, but the expressions could not be run on both engines ({objects.Key}).",
            "Check by hand that both engines do the same, and accept the finding with the reason."));
}
