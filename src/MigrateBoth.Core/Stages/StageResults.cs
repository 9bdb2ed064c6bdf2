using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>Creates stage results.</summary>
public static class StageResults
{
    /// <summary>A stage that ran. Its status is that of the default severities; the policy gives it the configured one.</summary>
    /// <param name="name">The stage's name.</param>
    /// <param name="facts">How many single facts were compared.</param>
    /// <param name="findings">What it found.</param>
    public static StageResult Of(string name, int facts, IReadOnlyList<Finding> findings) => new()
    {
        Name = name,
        Checked = facts,
        Findings = findings,
        Status = StatusOf(facts, findings, Severity.Error),
    };

    /// <summary>How a stage ended: could not verify is never a pass, and neither is a stage that compared nothing.</summary>
    /// <param name="facts">How many single facts were compared.</param>
    /// <param name="findings">What it found.</param>
    /// <param name="failOn">The least severity that fails it.</param>
    public static StageStatus StatusOf(int facts, IReadOnlyList<Finding> findings, Severity failOn)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var open = findings.Where(finding => !finding.Accepted && finding.Severity >= failOn).ToList();
        return facts == 0 || findings.Any(IsNotRun) || open.Any(IsUnverified) ? StageStatus.Incomplete
            : open.Count > 0 ? StageStatus.Failed
            : StageStatus.Passed;
    }

    /// <summary>Whether a finding says that its stage could not be run.</summary>
    public static bool IsNotRun(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.PreventsStage || finding.Rule == StageNotRun.Rule.Id;
    }

    /// <summary>A stage that was requested and could not be run.</summary>
    /// <param name="name">The stage's name.</param>
    /// <param name="reason">Why, as a sentence. No secrets.</param>
    /// <param name="hint">What to do about it, or null.</param>
    /// <param name="engine">The engine that stood in the way, or null.</param>
    public static StageResult NotRun(string name, string reason, string? hint = null, Engine? engine = null) => new()
    {
        Name = name,
        Status = StageStatus.Incomplete,
        Findings = [StageNotRun.Because(name, engine, reason, hint)],
        Note = reason,
    };

    /// <summary>A stage of which only a part could be run: what it found counts, and it has not passed.</summary>
    /// <param name="ran">What the part that ran came to.</param>
    /// <param name="reason">Why the rest did not, as a sentence. No secrets.</param>
    /// <param name="hint">What to do about it, or null.</param>
    /// <param name="engine">The engine that stood in the way, or null.</param>
    public static StageResult Partly(StageResult ran, string reason, string? hint = null, Engine? engine = null)
    {
        ArgumentNullException.ThrowIfNull(ran);
        return ran with
        {
            Status = StageStatus.Incomplete,
            Findings = [.. ran.Findings, StageNotRun.Because(ran.Name, engine, reason, hint)],
            Note = reason,
        };
    }

    /// <summary>Whether a model is configured for servers of another vendor than this one's.</summary>
    public static bool IsOtherVendor(EngineModel model, ServerIdentity server)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(server);
        return ServerVersion.IsOtherVendor(model, server);
    }

    /// <summary>For which server the model is configured and by whom, as the end of a sentence.</summary>
    /// <param name="model">The model on that engine.</param>
    public static string ConfiguredServer(EngineModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ServerVersion.Whose(model);
    }

    /// <summary>The one finding (MB904) of a stage that could not be run because the server is another one than is requested.</summary>
    /// <param name="name">The stage's name.</param>
    /// <param name="model">The model on that engine.</param>
    /// <param name="reason">Why, as a sentence. No secrets.</param>
    /// <param name="hint">What to do about it, or null.</param>
    public static Finding WrongServer(string name, EngineModel model, string reason, string? hint)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ServerVersion.WrongServer(name, model, reason, hint);
    }

    private static bool IsUnverified(Finding finding) => RuleSet.ById.TryGetValue(finding.Rule, out var rule) && rule.IsUnverified;

    /// <summary>A stage that was not asked for.</summary>
    public static StageResult Skipped(string name, string? note = null) => new() { Name = name, Status = StageStatus.Skipped, Note = note };
}
