using MigrateBoth.Core.Comparison;
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

/// <summary>MB951: probes that could not be run.</summary>
internal static class ProbeNotRun
{
    public static Notice Rule { get; } = new("MB951", "Probe could not be run", Severity.Error);

    public static Finding Of(IReadOnlyList<ObjectPath> subjects, ObjectKind kind, string reason, Engine? engine, int probes)
    {
        var what = $"{(probes == 1 ? "A probe" : $"{probes} probes")} of {subjects[0]}{(subjects.Count > 1 ? $" and {subjects.Count - 1} more" : string.Empty)}";
        var finding = Rule.About(StageNames.Behaviour, subjects[0], kind, new Explanation(
            $"{what} could not be run{(engine is { } one ? " on " + one.DisplayName() : string.Empty)}: {reason}",
            "See the refused statement in the message. Rows are made through the application's own context: an interceptor or an override of SaveChanges that needs a signed-in user, a required "
                + "cycle of foreign keys or a check that no simple value satisfies prevents that."), engine);
        return finding with { Objects = subjects.Count > 1 ? [.. subjects.Select(path => path.ToString())] : [] };
    }
}
