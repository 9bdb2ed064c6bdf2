using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Policy;

/// <summary>Applies the configuration to the findings: severities, accepted differences, and the status of each stage. Pure.</summary>
/// <param name="rules">Severities by rule id; null switches a rule off. A rule that is off and would have found something says so (MB909).</param>
/// <param name="accept">Accepted differences, each pinned to exactly what it was.</param>
/// <param name="failOn">The mildest severity that fails a stage.</param>
/// <param name="today">The day that acceptances with an end are held against.</param>
/// <exception cref="MigrateBothException">78: the severity of MB905 is configured. That a stage did not run is not a matter of taste.</exception>
public sealed class FindingPolicy(
    IReadOnlyDictionary<string, Severity?> rules,
    IReadOnlyList<Acceptance> accept,
    Severity failOn,
    DateOnly today)
{
    private readonly Dictionary<string, Severity?> _rules = Adjustable(rules, accept);

    /// <summary>The policy of a configuration.</summary>
    public static FindingPolicy Of(MigrateBothConfiguration configuration, Severity failOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new FindingPolicy(configuration.Rules, configuration.Accept, failOn, today);
    }

    /// <summary>Whether a stage ran to its end, for everything that was requested. Only then does the absence of a finding mean anything.</summary>
    public static bool HasRun(StageResult stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Status != StageStatus.Skipped && stage.Checked > 0 && !stage.Findings.Any(StageResults.IsNotRun);
    }

    /// <summary>Applies the configuration to all stages of one check.</summary>
    public IReadOnlyList<StageResult> Apply(IReadOnlyList<StageResult> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var judged = stages.Select(stage => stage.Status == StageStatus.Skipped ? stage : stage with { Findings = Judge(stage) }).ToList();
        var stale = StaleAcceptances(judged);
        var concluded = judged.ConvertAll(stage => stage.Status == StageStatus.Skipped ? stage : Conclude(stage, stale.Where(finding => finding.Stage == stage.Name)));
        return [.. concluded.Select(stage => FollowsFrom(stage, concluded)
            ? stage with { Status = StageStatus.Skipped, Checked = 0, Findings = [], Note = $"{stage.Note} Stage '{stage.Cause}' has failed because of it." }
            : stage)];
    }

    /// <summary>A stage that another one's failure kept from running adds no cause of its own. An accepted finding is no failure: then nothing has looked.</summary>
    private static bool FollowsFrom(StageResult stage, List<StageResult> all) =>
        stage.Status == StageStatus.Incomplete && stage.Cause is { } cause && all.Exists(other => other.Name == cause && other.Status == StageStatus.Failed);

    private static Dictionary<string, Severity?> Adjustable(IReadOnlyDictionary<string, Severity?> rules, IReadOnlyList<Acceptance> accept)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(accept);
        if (rules.Keys.Concat(accept.Select(acceptance => acceptance.Rule)).Contains(StageNotRun.Rule.Id, StringComparer.OrdinalIgnoreCase))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "rule-not-adjustable",
                $"The configuration adjusts or accepts {StageNotRun.Rule.Id} ({StageNotRun.Rule.Title}): a stage that did not run never counts as passed, regardless of the configuration.",
                "Leave the stage out with --skip instead; the report then shows it as skipped.");
        }

        return new Dictionary<string, Severity?>(rules, StringComparer.OrdinalIgnoreCase);
    }

    private StageResult Conclude(StageResult stage, IEnumerable<Finding> stale)
    {
        var findings = stage.Findings.Concat(stale.Select(Weighed).OfType<Finding>()).ToList();
        return stage with { Findings = findings, Status = StageResults.StatusOf(stage.Checked, findings, failOn) };
    }

    private List<Finding> Judge(StageResult stage)
    {
        var shown = new List<Finding>();
        var hidden = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in stage.Findings)
        {
            if (Weighed(finding) is { } weighed)
            {
                shown.Add(Accepted(weighed));
            }
            else
            {
                hidden[finding.Rule] = hidden.GetValueOrDefault(finding.Rule) + 1;
            }
        }

        shown.AddRange(hidden.Select(rule => SwitchedOff.Hidden(stage.Name, rule.Key, rule.Value)));
        return shown;
    }

    /// <summary>The finding with its configured severity; null when its rule is off.</summary>
    private Finding? Weighed(Finding finding) =>
        StageResults.IsNotRun(finding) || !_rules.TryGetValue(finding.Rule, out var severity) ? finding
        : severity is { } configured ? finding with { Severity = configured }
        : null;

    private Finding Accepted(Finding finding) =>
        !StageResults.IsNotRun(finding) && accept.FirstOrDefault(acceptance => IsInForce(acceptance) && acceptance.Covers(finding)) is { } match
            ? finding with { Accepted = true, AcceptedBecause = match.Reason }
            : finding;

    private bool IsInForce(Acceptance acceptance) => acceptance.Until is null || acceptance.Until >= today;

    private List<Finding> StaleAcceptances(IReadOnlyList<StageResult> stages)
    {
        var stale = new List<Finding>();
        foreach (var acceptance in accept)
        {
            var able = stages.Where(stage => RuleStages.Of(acceptance.Rule).Contains(stage.Name)).ToList();
            var findings = able.SelectMany(stage => stage.Findings).ToList();
            if (!IsInForce(acceptance))
            {
                // That its day is over is so whatever the difference has become; a stage that did not run says nothing.
                if (able.FirstOrDefault(HasRun) is { } ran)
                {
                    stale.Add(StaleAcceptance.Expired(ran.Name, acceptance));
                }
            }
            else if (WouldHaveFound(acceptance, able) && !findings.Any(acceptance.Covers))
            {
                var now = findings.FirstOrDefault(acceptance.Looks) ?? findings.FirstOrDefault(acceptance.Concerns);
                stale.Add(StaleAcceptance.Unmatched(able[^1].Name, acceptance, now));
            }
        }

        return stale;
    }

    /// <summary>
    /// Only when every stage that could find it ran to its end is a difference gone that is not found; and findings of a rule that is
    /// switched off are not looked at.
    /// </summary>
    private bool WouldHaveFound(Acceptance acceptance, List<StageResult> able) =>
        able.Count == RuleStages.Of(acceptance.Rule).Count
        && able.All(HasRun)
        && !(_rules.TryGetValue(acceptance.Rule, out var severity) && severity is null);
}
