using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Reporting.JUnit;

/// <summary>The shared suite's own tests: a suite per engine.</summary>
internal static class JUnitTests
{
    public static IEnumerable<JUnitSuite> Of(IReadOnlyList<TestMatrixRow> tests) =>
        from engine in EngineNames.All
        let cases = tests.Where(test => test[engine] is not null).Select(test => Case(test, engine)).ToList()
        where cases.Count > 0
        select new JUnitSuite($"tests.{engine.Id()}", tests.Aggregate(TimeSpan.Zero, (sum, test) => sum + (test[engine]?.Duration ?? TimeSpan.Zero)), cases);

    private static JUnitCase Case(TestMatrixRow test, Engine engine)
    {
        var cell = test[engine]!;
        var message = Redaction.MaskSecrets(cell.Message);
        return cell.Outcome switch
        {
            TestOutcome.Passed => new JUnitCase(test.Name, JUnitResult.Passed),
            TestOutcome.Skipped => new JUnitCase(test.Name, JUnitResult.Skipped, Message: message),
            TestOutcome.Failed => new JUnitCase(test.Name, JUnitResult.Failure, "failed", message, message),
            _ => new JUnitCase(test.Name, JUnitResult.Error, "unknown", "It did not end.", message),
        };
    }
}
