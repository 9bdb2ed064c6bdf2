using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>What counts of a finding here: who found what, where, on which side, and how much it matters.</summary>
public sealed record FoundItem(string Stage, string Rule, Severity Severity, Engine? Engine, string Object, bool IsUnverified)
{
    public static FoundItem Of(Finding finding) => new(
        finding.Stage, finding.Rule, finding.Severity, finding.Engine, finding.Object.ToString(), RuleSet.ById[finding.Rule].IsUnverified);

    /// <summary>As a failed test shows it.</summary>
    public override string ToString() => $"{Stage} {Rule} {Severity} {Engine?.Id() ?? "both"} {Object}";
}
