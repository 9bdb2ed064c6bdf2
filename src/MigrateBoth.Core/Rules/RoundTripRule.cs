using MigrateBoth.Core.Findings;
using MigrateBoth.Core.RoundTrip;

namespace MigrateBoth.Core.Rules;

/// <summary>A rule about one way in which a migration does not survive rows, or the way back.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
/// <param name="Kind">The facts it covers; it must cover all of them.</param>
/// <param name="Explain">What it says of one.</param>
public sealed record RoundTripRule(
    string Id,
    string Title,
    Severity DefaultSeverity,
    RoundTripFactKind Kind,
    Func<RoundTripFact, Explanation> Explain) : Rule(Id, Title, DefaultSeverity)
{
    /// <summary>Turns a fact of this rule's kind into a finding.</summary>
    public Finding Find(RoundTripFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var explanation = Explain(fact);
        return new Finding
        {
            Rule = Id,
            Severity = explanation.Severity ?? fact.Weight ?? DefaultSeverity,
            Engine = fact.Engine,
            Stage = StageNames.RoundTrip,
            Object = fact.Object,
            Kind = fact.ObjectKind,
            Message = explanation.Message,
            Expected = fact.Expected,
            Actual = fact.Actual,
            Advice = explanation.Advice,
            Sides = fact.Kind switch
            {
                RoundTripFactKind.UpFails or RoundTripFactKind.DownFails or RoundTripFactKind.NoRows => new FindingSides("statement", "server"),
                RoundTripFactKind.DataDiffers or RoundTripFactKind.SeedsDiffer => new FindingSides(Engine.Sqlite.DisplayName(), Engine.MySql.DisplayName()),
                RoundTripFactKind.SeedsNotAsModelled => new FindingSides("model", "migrations"),
                _ => new FindingSides("before", "after"),
            },
            HelpUri = HelpUri,
        };
    }
}
