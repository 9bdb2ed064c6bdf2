using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules;

/// <summary>A rule about the two migration histories and the two models.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
/// <param name="Check">Finds every case.</param>
public sealed record HistoryRule(
    string Id,
    string Title,
    Severity DefaultSeverity,
    Func<HistoryFacts, IEnumerable<HistoryCase>> Check) : Rule(Id, Title, DefaultSeverity)
{
    /// <summary>The findings of this rule.</summary>
    public IEnumerable<Finding> Find(HistoryFacts facts) => Check(facts).Select(Of);

    /// <summary>The finding of one case.</summary>
    internal Finding Of(HistoryCase found) => new()
    {
        Rule = Id,
        Severity = found.Severity ?? DefaultSeverity,
        Engine = found.Engine,
        Stage = Stages.StageNames.History,
        Object = found.Object,
        Kind = found.Kind,
        Message = found.Message,
        Expected = found.Expected,
        Actual = found.Actual,
        Advice = found.Advice,
        HelpUri = HelpUri,
    };
}
