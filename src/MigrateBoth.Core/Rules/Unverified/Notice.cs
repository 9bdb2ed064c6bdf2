using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>A rule about the check itself: its findings are made where the matter comes up.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
public sealed record Notice(string Id, string Title, Severity DefaultSeverity) : Rule(Id, Title, DefaultSeverity)
{
    internal Finding About(string stage, ObjectPath subject, ObjectKind kind, Explanation explanation, Engine? engine = null) => new()
    {
        Rule = Id,
        Severity = explanation.Severity ?? DefaultSeverity,
        Engine = engine,
        Stage = stage,
        Object = subject,
        Kind = kind,
        Message = explanation.Message,
        Advice = explanation.Advice,
        HelpUri = HelpUri,
    };
}

/// <summary>MB905: a stage that was requested could not be run.</summary>
internal static class StageNotRun
{
    public static Notice Rule { get; } = new("MB905", "Stage could not be run", Severity.Error);

    public static Finding Because(string stage, Engine? engine, string reason, string? hint) =>
        Rule.About(stage, new ObjectPath(stage), ObjectKind.Database, new Explanation(
            $"Not checked{(engine is { } one ? $" on {one.DisplayName()}" : "")}: {reason}",
            hint ?? "Remove the cause and run the check again; nothing is known about this level until then."), engine);
}

/// <summary>MB909: findings that the configuration hides.</summary>
internal static class SwitchedOff
{
    public static Notice Rule { get; } = new("MB909", "Rule is switched off", Severity.Info);

    public static Finding Hidden(string stage, string rule, int count) =>
        Rule.About(stage, new ObjectPath(rule), ObjectKind.Database, new Explanation(
            $"{rule} is switched off and would have reported {count} finding{(count == 1 ? "" : "s")}.",
            "Remove the entry from \"rules\" to see them, or accept the findings one by one so that new ones show."));
}
