using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules;

/// <summary>A rule about one kind of difference between two catalogs.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
/// <param name="Kind">The differences it covers; it must cover all of them.</param>
/// <param name="Explain">What it says of one.</param>
public sealed record DifferenceRule(
    string Id,
    string Title,
    Severity DefaultSeverity,
    DifferenceKind Kind,
    Func<SchemaDifference, Explanation> Explain) : Rule(Id, Title, DefaultSeverity)
{
    /// <summary>Turns a difference into a finding.</summary>
    /// <param name="difference">A difference of this rule's kind.</param>
    /// <param name="stage">The stage that found it.</param>
    /// <param name="engine">The engine at fault, or null for both.</param>
    public Finding Find(SchemaDifference difference, string stage, Engine? engine)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var explanation = Explain(difference);
        return new Finding
        {
            Rule = Id,
            Severity = explanation.Severity ?? difference.Weight ?? DefaultSeverity,
            Engine = engine,
            Stage = stage,
            Object = difference.Object,
            Kind = difference.ObjectKind,
            Message = explanation.Message,
            Expected = difference.Left,
            Actual = difference.Right,
            ExpectedDefinition = difference.LeftDefinition,
            ActualDefinition = difference.RightDefinition,
            Advice = explanation.Advice,
            HelpUri = HelpUri,
        };
    }
}
