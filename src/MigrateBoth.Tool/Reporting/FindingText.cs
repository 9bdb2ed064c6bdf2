using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Words that several kinds of reports use for one finding.</summary>
internal static class FindingText
{
    /// <summary>Where it was found: <c>drift, MySQL</c>.</summary>
    public static string Where(Finding finding) =>
        finding.Engine is { } engine ? $"{finding.Stage}, {engine.DisplayName()}" : finding.Stage;

    /// <summary>Everything it says, as plain lines: message, both sides, advice.</summary>
    public static string Plain(Finding finding)
    {
        var text = new StringBuilder(finding.Message);
        var sides = SideNames.Of(finding);
        if (finding.Expected is not null || finding.Actual is not null)
        {
            text.Append('\n').Append(sides.Expected).Append(": ").Append(finding.Expected ?? "-");
            text.Append('\n').Append(sides.Actual).Append(": ").Append(finding.Actual ?? "-");
        }

        if (finding.Advice is not null)
        {
            text.Append("\nfix: ").Append(finding.Advice);
        }

        return text.ToString();
    }
}

/// <summary>Words that several kinds of reports use for the self-test.</summary>
internal static class SelfTestText
{
    /// <summary>What it came to, in one sentence.</summary>
    public static string Verdict(SelfTestResult result) => result.Obstacle is { } obstacle
        ? $"The self-test could not be carried out. {obstacle}"
        : $"{result.Found} of {result.Planted} planted defects of {result.Kinds} kinds were found."
            + string.Concat(result.Untested.Select(engine => $" None could be planted on {engine.DisplayName()}."));

    /// <summary>What was planted and not found, in one sentence.</summary>
    public static string Missed(MissedDefect defect) =>
        $"A defect of the kind {defect.Kind}, planted at {defect.Object} on {defect.Engine.DisplayName()}, was not found: expected {defect.Expected}.";
}

/// <summary>How the matrix test × engine says what became of a test.</summary>
internal static class TestWords
{
    public static string Of(TestVerdict verdict) => verdict switch
    {
        TestVerdict.Same => "the same on both",
        TestVerdict.OutcomeOnly => "outcome only",
        TestVerdict.Different => "different",
        TestVerdict.Flaky => "flaky",
        TestVerdict.OneEngine => "for one engine only",
        _ => "not compared",
    };

    public static string Of(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => "passed",
        TestOutcome.Failed => "failed",
        TestOutcome.Skipped => "skipped",
        _ => "unknown",
    };
}
