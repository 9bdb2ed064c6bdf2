using MigrateBoth.Core;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Reporting.JUnit;

/// <summary>The shared suite's own tests: a suite per engine, and per project where there are several, because their tests may have the same names.</summary>
internal static class JUnitTests
{
    public static IEnumerable<JUnitSuite> Of(IReadOnlyList<TestMatrixRow> tests) =>
        from engine in EngineNames.All
        let projects = tests.Where(test => test[engine] is not null).GroupBy(test => test.Project, StringComparer.Ordinal).ToList()
        from project in projects
        let time = project.Aggregate(TimeSpan.Zero, (sum, test) => sum + test[engine]!.Duration)
        select new JUnitSuite($"tests.{engine.Id()}{(projects.Count > 1 ? $".{project.Key}" : string.Empty)}", time, [.. project.Select(test => Case(test, engine) with { Time = test[engine]!.Duration })]);

    private static JUnitCase Case(TestMatrixRow test, Engine engine)
    {
        var cell = test[engine]!;
        var message = cell.Message ?? string.Empty;
        return cell.Outcome switch
        {
            TestOutcome.Passed => new JUnitCase(test.Name, JUnitResult.Passed),
            TestOutcome.Skipped => new JUnitCase(test.Name, JUnitResult.Skipped, Message: message),
            TestOutcome.Failed => new JUnitCase(test.Name, JUnitResult.Failure, "failed", message, message),
            _ => new JUnitCase(test.Name, JUnitResult.Error, "unknown", "It did not end.", message),
        };
    }
}
