using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Fixing;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The findings for people: gravest first, accepted ones last and short.</summary>
internal static class FindingList
{
    public static void Write(CheckReport report, TextOutput output)
    {
        var open = report.Findings.Where(f => !f.Accepted).OrderByDescending(f => f.Severity).ToList();
        open.ForEach(finding => Write(finding, output));

        var accepted = report.Findings.Where(f => f.Accepted).ToList();
        if (accepted.Count > 0)
        {
            output.Line("Accepted by the configuration:", TextStyle.Faint);
            output.Columns([.. accepted.Select(f => new[] { f.Rule, VisibleText.OneLine(f.Object.ToString()), VisibleText.OneLine(f.AcceptedBecause ?? string.Empty) })]);
            output.Line();
        }
    }

    private static void Write(Finding finding, TextOutput output)
    {
        output.Line($"{output.Styled(finding.Severity.Name(), StyleOf(finding.Severity))} {output.Styled(finding.Rules, TextStyle.Bold)} {output.Styled(VisibleText.OneLine(finding.Object.ToString()), TextStyle.Bold)} ({Where(finding)})");
        output.Labelled("  ", VisibleText.Lines(finding.Message));
        var sides = SideNames.Of(finding);
        List<(string Label, string Text)> rows = [];
        if (finding.Expected is not null || finding.Actual is not null)
        {
            rows.Add(($"{sides.Expected}:", finding.Expected ?? "-"));
            rows.Add(($"{sides.Actual}:", finding.Actual ?? "-"));
        }

        if (finding.Severity > Severity.Info && (output.Verbose || !IsPlain(finding)))
        {
            // What an acceptance has to repeat to the letter.
            rows.Add(("difference:", finding.Difference));
            if (finding.Digest is { } digest)
            {
                rows.Add(("digest:", digest));
            }
        }

        var code = FixAdvice.Apart(finding);
        if ((code?.Advice ?? finding.Advice) is { } advice)
        {
            rows.Add(("fix:", advice));
        }

        if (finding.Location is { } location)
        {
            rows.Add(("at:", $"{VisibleText.OneLine(location.File)}:{location.Line}"));
        }

        var width = rows.Select(row => row.Label.Length).DefaultIfEmpty().Max();
        foreach (var (label, text) in rows)
        {
            output.Labelled($"    {label.PadRight(width)}  ", VisibleText.Lines(text));
        }

        // In lines of its own and never broken, so that it can be copied.
        if (code is { } call)
        {
            output.Line();
            foreach (var line in call.Code.Split('\n'))
            {
                output.Line($"      {VisibleText.OneLine(line.TrimEnd('\r'))}".TrimEnd());
            }
        }

        output.Line();
    }

    /// <summary>Whether the two values, put side by side, are what an acceptance has to repeat.</summary>
    private static bool IsPlain(Finding finding) => (finding.Expected ?? finding.Actual) is null || finding.Difference == $"{finding.Expected} -> {finding.Actual}";

    private static string Where(Finding finding) =>
        finding.Engine is { } engine ? $"{finding.Stage}, {engine.DisplayName()}" : finding.Stage;

    private static TextStyle StyleOf(Severity severity) => severity switch
    {
        Severity.Error => TextStyle.Bad,
        Severity.Warning => TextStyle.Warning,
        _ => TextStyle.Faint,
    };
}

/// <summary>What the two sides of a finding are called in the stage that found it.</summary>
/// <param name="Expected">The side of <see cref="Finding.Expected"/>.</param>
/// <param name="Actual">The side of <see cref="Finding.Actual"/>.</param>
internal sealed record SideNames(string Expected, string Actual)
{
    public static SideNames Of(Finding finding) => finding switch
    {
        { Sides: { } sides } => new(sides.Expected, sides.Actual),
        { Rule: "MB905" } => new("statement", "server says"),
        { Rule: ['M', 'B', '9', ..] } when RuleSet.ById.GetValueOrDefault(finding.Rule) is not DifferenceRule => new("expected", "found"),
        // One side held against its own snapshot: the other engine has no part in it.
        { Stage: StageNames.History, Kind: ObjectKind.Database, Engine: not null } => new("expected", "found"),
        { Stage: StageNames.Parity or StageNames.History or StageNames.Behaviour or StageNames.Tests } => new("SQLite", "MySQL"),
        { Stage: StageNames.Drift } => new("model", "migrations"),
        _ => new("expected", "found"),
    };
}
