using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules;

/// <summary>A rule about one way in which a test's two runs differ.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
/// <param name="Kind">The differences it covers; it must cover all of them.</param>
/// <param name="Explain">What it says of one.</param>
public sealed record TestRule(
    string Id,
    string Title,
    Severity DefaultSeverity,
    TestDifferenceKind Kind,
    Func<TestDifference, Explanation> Explain) : Rule(Id, Title, DefaultSeverity)
{
    /// <summary>Turns a difference of this rule's kind into a finding. A known cause says why, and its fix is the advice.</summary>
    public Finding Find(TestDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var explanation = Explain(difference);
        return new Finding
        {
            Rule = Id,
            Severity = explanation.Severity ?? DefaultSeverity,
            Engine = difference.Engine,
            Stage = StageNames.Tests,
            Object = new ObjectPath(difference.Test.Name),
            Kind = ObjectKind.Test,
            Message = difference.Cause is { } cause ? $"{explanation.Message} {cause.Why} ({string.Join(", ", cause.Rows)})" : explanation.Message,
            Expected = difference.Sqlite,
            Actual = difference.MySql,
            Advice = difference.Cause?.Fix ?? explanation.Advice,
            Cause = difference.Cause is { } known ? new FindingCause(known.Id, known.Rows) : null,
            HelpUri = HelpUri,
        };
    }
}
