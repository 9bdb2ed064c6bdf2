using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Rendering;

/// <summary>What the two sides of a finding are called in the stage that found it.</summary>
/// <param name="Expected">The side of <see cref="Finding.Expected"/>.</param>
/// <param name="Actual">The side of <see cref="Finding.Actual"/>.</param>
internal sealed record SideNames(string Expected, string Actual)
{
    public static SideNames Of(Finding finding) => finding switch
    {
        { Sides: { } sides } => new(sides.Expected, sides.Actual),
        { Rule: "MB905" } => new("statement", "server says"),
        { Rule: ['M', 'B', '9', ..] } when RuleSet.ById.GetValueOrDefault(finding.Rule) is not DifferenceRule => new("expected", "found"),
        // One side held against its own snapshot: the other engine has no part in it.
        { Stage: StageNames.History, Kind: ObjectKind.Database, Engine: not null } => new("expected", "found"),
        { Stage: StageNames.Parity or StageNames.History or StageNames.Behaviour or StageNames.Tests } => new("SQLite", "MySQL"),
        { Stage: StageNames.Drift } => new("model", "migrations"),
        _ => new("expected", "found"),
    };
}
