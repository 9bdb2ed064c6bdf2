using System.Text.Json;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Checks that a report was written by this tool and not changed, before anything else in it is evaluated.</summary>
internal sealed class AuthenticityCheck(SealKey? key)
{
    private const int SchemaVersion = 1;

    private static readonly string[] Checks = ["verify", "status", "test"];

    /// <summary>The report, or why it is refused.</summary>
    public (SealedReport? Report, Refusal? Refusal) Open(ReportFile file)
    {
        if (!SealedReportReader.HasSeal(file.Document))
        {
            return Refuse(
                "unsealed", file, "it has no seal.",
                "Only 'verify', 'status', 'test' and 'merge' seal their reports, only in a file (--report json=FILE), and only if the check finished.");
        }

        if (SealedReportReader.VersionOf(file.Document) != ReportSeal.Version)
        {
            return Refuse("other-schema", file, "its seal is of another version than this tool reads.", "Check and gate with the same version of the tool.");
        }

        SealedReport report;
        try
        {
            report = SealedReportReader.Read(file.Document);
        }
        catch (JsonException exception)
        {
            return Refuse("hand-edited", file, $"the tool did not write it in this form: {exception.Message}", "Create a new report, and do not change it.");
        }

        return Of(report, file) is { } refusal ? (null, refusal) : (report, null);
    }

    private Refusal? Of(SealedReport report, ReportFile file)
    {
        if (key is null && report.Signature is not null)
        {
            return New("signature-not-checked", file, $"it is signed, and there is no key in {SealKey.Variable} to check the signature with.", "Give the gate the key that the check had.") with { IsUnchecked = true };
        }

        if (key is not null && report.Signature is null)
        {
            return New("unsigned", file, "it is not signed.", $"Run the check with {SealKey.Variable} set.");
        }

        if (key is not null && !key.IsSignedBy(report.Signature!, report.Content))
        {
            return New("wrong-signature", file, "its signature is not of this content and this key: it was changed, or signed with another key.", "Make a new report with the gate's key, and keep it as it is.");
        }

        if (report.Integrity != ReportSeal.Integrity(report.Content))
        {
            return New("hand-edited", file, "its content was changed after it was written.", "Create a new report, and do not change it.");
        }

        if (report.SchemaVersion != SchemaVersion)
        {
            return New("other-schema", file, $"it has version {report.SchemaVersion} of the report's schema, and this tool writes {SchemaVersion}.", "Check and gate with the same version of the tool.");
        }

        if (report.ToolVersion != ToolName.Version)
        {
            return New("other-tool-version", file, $"version {report.ToolVersion} of the tool wrote it, and this is {ToolName.Version}: their checks may differ.", "Check and gate with the same version of the tool.");
        }

        return Checks.Contains(report.Command)
            ? null
            : New("other-command", file, $"it is a report of '{report.Command}'.", $"A gate takes reports of {string.Join(", ", Checks)}.");
    }

    private static (SealedReport?, Refusal) Refuse(string code, ReportFile file, string message, string advice) => (null, New(code, file, message, advice));

    private static Refusal New(string code, ReportFile file, string message, string advice) => new(code, file.Name, message, advice);
}
