using MigrateBoth.Core;
using MigrateBoth.Core.SelfTest;

namespace MigrateBoth.Tool.Reporting;

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
