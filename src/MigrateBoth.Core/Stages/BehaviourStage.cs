using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Rules;

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

/// <summary>Level 4: do the migrations survive rows, the way back, and once more?</summary>
public static class RoundTripStage
{
    /// <summary>Creates the stage result of the round trip.</summary>
    public static StageResult Run(RoundTripResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var findings = result.Facts.Select(fact => RuleSet.For(fact.Kind).Find(fact)).ToList();
        var stage = StageResults.Of(StageNames.RoundTrip, result.Checked, findings) with { Note = Note(result) };
        return result.Obstacle is { } obstacle ? StageResults.Partly(stage, obstacle.Reason, obstacle.Hint, obstacle.Engine) with { Cause = obstacle.Stage } : stage;
    }

    /// <summary>What was covered: a pass says little without it.</summary>
    private static string Note(RoundTripResult result) => string.Join("; ", (string[])
    [
        $"{result.Migrations} migrations, {result.RowsPerTable} rows × {result.Tables} tables, both ways",
        .. result.From is { } from ? [$"after {from}"] : Array.Empty<string>(),
        .. result.Notes,
    ]);
}
