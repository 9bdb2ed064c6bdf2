using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Reporting.JUnit;

/// <summary>How a case ended.</summary>
internal enum JUnitResult
{
    /// <summary>Nothing is wrong, or nothing that fails the check.</summary>
    Passed,

    /// <summary>Something was found that fails the check.</summary>
    Failure,

    /// <summary>Something could not be checked.</summary>
    Error,

    /// <summary>Not run, or accepted.</summary>
    Skipped,
}

/// <summary>One case of a suite.</summary>
/// <param name="Name">Unique in its suite.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Type">The rule, or another short identifier.</param>
/// <param name="Message">What is wrong, in one sentence; empty where nothing is.</param>
/// <param name="Text">All that is to be said.</param>
/// <param name="Location">The line that caused it, or null.</param>
internal sealed record JUnitCase(string Name, JUnitResult Result, string Type = "", string Message = "", string Text = "", SourceLocation? Location = null)
{
    /// <summary>How long it took; null where only the suite's time is known.</summary>
    public TimeSpan? Time { get; init; }
}

/// <summary>A JUnit test suite; there is one per stage.</summary>
/// <param name="Name">The stage's name.</param>
/// <param name="Time">How long the stage took.</param>
/// <param name="Cases">Its cases; never empty.</param>
internal sealed record JUnitSuite(string Name, TimeSpan Time, IReadOnlyList<JUnitCase> Cases);

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
            _ => new JUnitCase(test.Name, JUnitResult.Error, "unknown", "It did not finish.", message),
        };
    }
}

/// <summary>Converts a check's report into test suites.</summary>
internal static class JUnitSuites
{
    public static IReadOnlyList<JUnitSuite> Of(CheckReport report)
    {
        List<JUnitSuite> suites = [.. report.Stages.Select(stage => Of(stage, report.FailOn))];
        if (report.SelfTest is { } selfTest)
        {
            suites.Add(Of(selfTest));
        }

        suites.AddRange(JUnitTests.Of(report.Tests));
        if (report.Ignored.Count > 0)
        {
            suites.Add(new JUnitSuite("ignored", TimeSpan.Zero, Unique([.. report.Ignored.Select(ignored => new JUnitCase(ignored, JUnitResult.Skipped, Message: "Excluded from the check on purpose."))])));
        }

        if (report.Error is { } error)
        {
            var text = error.Hint is null ? error.Message : $"{error.Message}\n{error.Hint}";
            suites.Insert(0, new JUnitSuite("check", TimeSpan.Zero, [new JUnitCase("The check could be carried out", JUnitResult.Error, error.Code, error.Message, text)]));
        }

        return report.Configuration is { } configuration ? [.. suites.Select(suite => suite with { Name = $"{configuration}.{suite.Name}" })] : suites;
    }

    private static JUnitSuite Of(StageResult stage, Severity failOn) => new(
        stage.Name, stage.Duration, Unique([Summary(stage), .. stage.Findings.Select(finding => Of(finding, failOn))]));

    private static JUnitCase Summary(StageResult stage) => stage.Status switch
    {
        StageStatus.Skipped => new JUnitCase("The stage is run", JUnitResult.Skipped, Message: stage.Note ?? "not asked for"),
        StageStatus.Incomplete => new JUnitCase("Everything is verified", JUnitResult.Error, "incomplete", stage.Note ?? "Something could not be verified.", stage.Note ?? string.Empty),
        // What was found has cases of its own; a failed case for the stage as well would count it twice.
        _ => new JUnitCase("The stage is run", JUnitResult.Passed, Text: $"{stage.Checked} facts checked, {FindingSummary.Of(stage.Findings)}"),
    };

    private static JUnitCase Of(Finding finding, Severity failOn)
    {
        var name = $"{finding.Rule} {finding.Object} ({FindingText.Where(finding)})";
        return finding.Accepted
            ? new JUnitCase(name, JUnitResult.Skipped, finding.Rule, $"accepted: {finding.AcceptedBecause ?? finding.Difference}", Location: finding.Location)
            : new JUnitCase(name, ResultOf(finding, failOn), finding.Rule, finding.Message, FindingText.Plain(finding), finding.Location);
    }

    private static JUnitResult ResultOf(Finding finding, Severity failOn) =>
        finding.Severity < failOn ? JUnitResult.Passed
        : RuleSet.ById.TryGetValue(finding.Rule, out var rule) && rule.IsUnverified ? JUnitResult.Error
        : JUnitResult.Failure;

    /// <summary>A case per kind of defect and engine; a self-test that could not be carried out is an error, never a pass.</summary>
    private static JUnitSuite Of(SelfTestResult result)
    {
        var kinds = result.Scores.Where(score => score.Planted > 0).Select(score => Of(score, result));
        IReadOnlyList<JUnitCase> whole = result.IsIncomplete
            ? [new JUnitCase("Defects are planted", JUnitResult.Error, "incomplete", SelfTestText.Verdict(result), SelfTestText.Verdict(result))]
            : [];
        return new JUnitSuite("selftest", result.Duration, Unique([.. whole, .. kinds]));
    }

    private static JUnitCase Of(KindScore score, SelfTestResult result)
    {
        var missed = result.Missed.Where(defect => defect.Kind == score.Kind && defect.Engine == score.Engine).Select(SelfTestText.Missed);
        return new JUnitCase(
            $"{score.Kind} ({score.Engine.DisplayName()})",
            score.Found == score.Planted ? JUnitResult.Passed : JUnitResult.Failure,
            score.Kind,
            $"{score.Found} of {score.Planted} found",
            string.Join('\n', missed));
    }

    /// <summary>Build servers take cases of one name for one case.</summary>
    private static List<JUnitCase> Unique(IReadOnlyList<JUnitCase> cases)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. cases.Select(item =>
        {
            seen[item.Name] = seen.GetValueOrDefault(item.Name) + 1;
            return seen[item.Name] == 1 ? item : item with { Name = $"{item.Name} #{seen[item.Name]}" };
        })];
    }
}
