using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Reporting;

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
