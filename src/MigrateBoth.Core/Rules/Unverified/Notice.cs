using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>A rule that speaks about the check itself: its findings are made where the matter comes up.</summary>
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
