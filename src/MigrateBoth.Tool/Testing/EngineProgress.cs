using System.Globalization;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Testing;

/// <summary>One engine's line of the display: how many tests have ended, and how.</summary>
internal sealed class EngineProgress(IProgressStep step)
{
    private readonly object _gate = new();
    private int _passed;
    private int _failed;
    private int _skipped;

    public void Ended(TestSighting test)
    {
        lock (_gate)
        {
            switch (test.Outcome)
            {
                case TestOutcome.Failed:
                    _failed++;
                    break;
                case TestOutcome.Skipped:
                    _skipped++;
                    break;
                default:
                    _passed++;
                    break;
            }

            step.Update($"{Counts}  {test.Name}");
        }
    }

    /// <summary>The step ends with what the results say, which may be more than was seen.</summary>
    public void End(EngineRun run)
    {
        lock (_gate)
        {
            _passed = run.Results.Count(result => result.Outcome == TestOutcome.Passed);
            _skipped = run.Results.Count(result => result.Outcome == TestOutcome.Skipped);
            _failed = run.Results.Count - _passed - _skipped;
            if (run.Obstacles.Count > 0)
            {
                step.Fail($"{Counts}, not complete");
            }
            else
            {
                step.Succeed(Counts);
            }
        }
    }

    private string Counts => string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {_failed} failed{(_skipped > 0 ? $", {_skipped} skipped" : string.Empty)}");
}
