using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>
/// Checks that a report claims to have passed and that its content agrees. Anyone who edits a report without a signature can compute a new
/// digest, so its parts must be consistent, and accepted findings must be accepted by the current configuration.
/// </summary>
internal sealed class ResultCheck(MigrateBothConfiguration configuration, Severity failOn, DateOnly today)
{
    public IEnumerable<Refusal> Refusals(SealedReport report, string name)
    {
        if (Outcome(report, name) is { } refusal)
        {
            yield return refusal;
        }

        var open = report.Findings.Where(finding => !finding.Accepted && finding.Severity >= failOn).ToList();
        if (open.Count > 0)
        {
            yield return new Refusal(
                "findings", name, $"it has {open.Count} finding{(open.Count == 1 ? string.Empty : "s")} of the severity '{failOn.Name()}' or worse: {Listed(open)}.",
                "Correct what was found, or accept it with a reason, and run the check again.");
        }

        var notAccepted = report.Findings.Where(finding => finding.Accepted && !configuration.Accept.Any(acceptance => Covers(acceptance, finding))).ToList();
        if (notAccepted.Count > 0)
        {
            yield return new Refusal(
                "not-accepted", name, $"it marks findings as accepted that the configuration does not accept, or no longer accepts: {Listed(notAccepted)}.",
                "Correct what was found, or accept it anew, and run the check again.");
        }
    }

    private static Refusal? Outcome(SealedReport report, string name)
    {
        const string Advice = "Correct what it names and run the check again.";
        if (report.Outcome == "incomplete" || report.Error is not null)
        {
            return new Refusal("incomplete", name, $"the check could not be finished: {report.Error ?? Names(report, "incomplete")}.", Advice);
        }

        if (report.Outcome == "failed")
        {
            return new Refusal("failed", name, $"the check failed: {Names(report, "failed")}.", Advice);
        }

        return report is { Outcome: "passed", ExitCode: 0 }
            && report.Stages.Any(stage => stage.Status == "passed")
            && report.Stages.All(stage => stage is { Status: "passed", Checked: > 0 } or { Status: "skipped" })
                ? null
                : new Refusal("contradictory", name, "its outcome contradicts its stages: this tool did not write it.", "Create a new report, and do not change it.");
    }

    private bool Covers(Acceptance acceptance, ReportedFinding finding) =>
        (acceptance.Until is null || acceptance.Until >= today)
        && string.Equals(acceptance.Rule, finding.Rule, StringComparison.OrdinalIgnoreCase)
        && acceptance.Object == finding.Object
        && Core.Errors.Redaction.MaskSecrets(acceptance.Difference) == Core.Errors.Redaction.MaskSecrets(finding.Difference)
        && string.Equals(acceptance.Digest, finding.Digest, StringComparison.OrdinalIgnoreCase);

    private static string Names(SealedReport report, string status) =>
        report.Stages.Where(stage => stage.Status == status).Select(stage => stage.Name).ToList() is { Count: > 0 } names ? string.Join(", ", names) : "it does not say where";

    private static string Listed(List<ReportedFinding> findings)
    {
        const int Shown = 3;
        var listed = string.Join(", ", findings.Take(Shown).Select(finding => $"{finding.Rule} {finding.Object}"));
        return findings.Count > Shown ? $"{listed} and {findings.Count - Shown} more" : listed;
    }
}
