using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB951: probes that could not be run.</summary>
internal static class ProbeNotRun
{
    public static Notice Rule { get; } = new("MB951", "Probe could not be run", Severity.Error);

    public static Finding Of(IReadOnlyList<ObjectPath> subjects, ObjectKind kind, string reason, Engine? engine, int probes)
    {
        var what = $"{(probes == 1 ? "A probe" : $"{probes} probes")} of {subjects[0]}{(subjects.Count > 1 ? $" and {subjects.Count - 1} more" : string.Empty)}";
        var finding = Rule.About(StageNames.Behaviour, subjects[0], kind, new Explanation(
            $"{what} could not be run{(engine is { } one ? " on " + one.DisplayName() : string.Empty)}: {reason}",
            "Look at what the message says was refused. Rows are made through the application's own context: an interceptor or an override of SaveChanges that needs a signed-in user, a required "
                + "cycle of foreign keys or a check that no simple value satisfies stands in the way."), engine);
        return finding with { Objects = subjects.Count > 1 ? [.. subjects.Select(path => path.ToString())] : [] };
    }
}
