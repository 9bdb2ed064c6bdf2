using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB951: probes that could not be run.</summary>
internal static class ProbeNotRun
{
    public static Notice Rule { get; } = new("MB951", "Probe could not be run", Severity.Error);

    public static Finding Of(ObjectPath subject, ObjectKind kind, string reason, Engine? engine, int probes) => Rule.About(StageNames.Behaviour, subject, kind, new Explanation(
        $"{(probes == 1 ? "A probe" : $"{probes} probes")} of {subject} could not be run{(engine is { } one ? " on " + one.DisplayName() : string.Empty)}: {reason}",
        "Look at what the message says was refused. Rows are made through the application's own context: an interceptor or an override of SaveChanges that needs a signed-in user, a required "
            + "cycle of foreign keys or a check that no simple value satisfies stands in the way."), engine);
}
