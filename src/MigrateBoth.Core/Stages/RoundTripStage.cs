using MigrateBoth.Core.Reports;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Core.Stages;

/// <summary>Level 4: do the migrations survive rows, the way back, and once more?</summary>
public static class RoundTripStage
{
    /// <summary>Makes a stage of what the round trip came to.</summary>
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
