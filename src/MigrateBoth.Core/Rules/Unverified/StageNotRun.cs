using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB905: a stage that was asked for could not be run.</summary>
internal static class StageNotRun
{
    public static Notice Rule { get; } = new("MB905", "Stage could not be run", Severity.Error);

    public static Finding Because(string stage, Engine? engine, string reason, string? hint) =>
        Rule.About(stage, new ObjectPath(stage), ObjectKind.Database, new Explanation(
            $"Not checked{(engine is { } one ? $" on {one.DisplayName()}" : "")}: {reason}",
            hint ?? "Remove the cause and run the check again; nothing is known about this level until then."), engine);
}
