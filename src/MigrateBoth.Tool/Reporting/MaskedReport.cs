using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Reporting;

/// <summary>A report without secrets: what comes from a server or a script may quote a connection string.</summary>
internal static class MaskedReport
{
    public static CheckReport Of(CheckReport report) => report with
    {
        Stages = [.. report.Stages.Select(Mask)],
        SelfTest = report.SelfTest is { } selfTest ? selfTest with { Obstacle = Mask(selfTest.Obstacle) } : null,
        Error = report.Error is { } error ? error with { Message = Redaction.MaskSecrets(error.Message), Hint = Mask(error.Hint) } : null,
    };

    private static StageResult Mask(StageResult stage) => stage with { Note = Mask(stage.Note), Findings = [.. stage.Findings.Select(Mask)] };

    private static Finding Mask(Finding finding) => finding with
    {
        Message = Redaction.MaskSecrets(finding.Message),
        Expected = Mask(finding.Expected),
        Actual = Mask(finding.Actual),
        Advice = Mask(finding.Advice),
        AcceptedBecause = Mask(finding.AcceptedBecause),
    };

    private static string? Mask(string? text) => text is null ? null : Redaction.MaskSecrets(text);
}
