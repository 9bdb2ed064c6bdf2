using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Stages;

/// <summary>Level 6: does the shared suite pass identically?</summary>
public static class TestsStage
{
    /// <summary>Makes a stage of a suite's result. A part that has no result makes it incomplete, whatever the rest came to.</summary>
    public static StageResult Run(SuiteResult suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        if (suite.Tests.Count == 0 && suite.Obstacles.Count == 0)
        {
            return StageResults.NotRun(StageNames.Tests, "no tests were found.", "Name the test projects in \"tests\" of migrateboth.json or with --tests, and look at --filter.");
        }

        var stage = StageResults.Of(StageNames.Tests, suite.Facts, suite.Findings);
        return suite.Obstacles.Aggregate(stage, (result, obstacle) => StageResults.Partly(result, obstacle.Reason, obstacle.Hint, obstacle.Engine));
    }
}
