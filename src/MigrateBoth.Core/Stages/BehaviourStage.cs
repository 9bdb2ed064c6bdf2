using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Core.Stages;

/// <summary>Level 5: does the same EF Core code do the same on both engines?</summary>
public static class BehaviourStage
{
    /// <summary>Judges what the probes answered.</summary>
    /// <param name="pairs">The probes with their answers.</param>
    /// <param name="groups">Their differences by cause.</param>
    /// <param name="recipes">The recipes that were tried.</param>
    public static StageResult Run(IReadOnlyList<ProbePair> pairs, IReadOnlyList<CauseGroup> groups, IReadOnlyDictionary<string, ProbePair> recipes)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var counts = ProbeMatrix.Of(pairs).Counts;
        var result = StageResults.Of(StageNames.Behaviour, counts.Ran, [.. BehaviourFindings.Of(groups, recipes), .. BehaviourFindings.Blocked(pairs)]);
        return result with { Note = $"{counts.Planned} probes, {counts.Ran} ran, {counts.Identical} identical" };
    }
}
