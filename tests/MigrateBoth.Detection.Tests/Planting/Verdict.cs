using MigrateBoth.Core;
using MigrateBoth.Core.Policy;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>What the stages say, under the policy of a configuration that changes nothing.</summary>
/// <param name="Stages">As the stages ended by default severities.</param>
public sealed record Verdict(IReadOnlyList<StageResult> Stages)
{
    public IReadOnlyList<FoundItem> Items => [.. Stages.SelectMany(stage => stage.Findings).Select(FoundItem.Of)];

    /// <summary>How one stage ends when findings of this weight fail it.</summary>
    public StageStatus StatusOf(string stage, Severity failOn)
    {
        var policy = new FindingPolicy(new Dictionary<string, Severity?>(), [], failOn, DateOnly.MaxValue);
        return policy.Apply(Stages).Single(result => result.Name == stage).Status;
    }
}
