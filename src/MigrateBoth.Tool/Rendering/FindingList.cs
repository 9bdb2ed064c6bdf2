using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The findings for people: gravest first, accepted ones last and short.</summary>
internal static class FindingList
{
    // Narrower than this, four columns are harder to read than lines.
    private const int TableWidth = 100;

    public static void Write(CheckReport report, TextOutput output)
    {
        var open = report.Findings.Where(f => !f.Accepted).OrderByDescending(f => f.Severity).ToList();
        if (output.IsTerminal && output.Width >= TableWidth && open.Count > 0)
        {
            FindingTable.Write(open, output);
            output.Line();
        }
        else
        {
            open.ForEach(finding => Write(finding, output));
        }

        var accepted = report.Findings.Where(f => f.Accepted).ToList();
        if (accepted.Count > 0)
        {
            output.Line("Accepted by the configuration:", TextStyle.Faint);
            output.Columns([.. accepted.Select(f => new[] { f.Rule, VisibleText.OneLine(f.Object), VisibleText.OneLine(f.AcceptedBecause ?? string.Empty) })]);
            output.Line();
        }
    }

    private static void Write(Finding finding, TextOutput output)
    {
        output.Line($"{output.Styled(finding.Severity.Name(), StyleOf(finding.Severity))} {output.Styled(finding.Rule, TextStyle.Bold)} {output.Styled(VisibleText.OneLine(finding.Object), TextStyle.Bold)} ({Where(finding)})");
        output.Line($"  {VisibleText.Lines(finding.Message).ReplaceLineEndings("\n  ")}");
        var sides = SideNames.Of(finding);
        List<string[]> rows = [];
        if (finding.Expected is not null || finding.Actual is not null)
        {
            rows.Add([$"{sides.Expected}:", finding.Expected ?? "-"]);
            rows.Add([$"{sides.Actual}:", finding.Actual ?? "-"]);
        }

        if (finding.Severity > Severity.Info)
        {
            // What an acceptance has to repeat to the letter.
            rows.Add(["difference:", finding.Difference]);
            if (finding.Digest is { } digest)
            {
                rows.Add(["digest:", digest]);
            }
        }

        if (finding.Advice is not null)
        {
            rows.Add(["fix:", finding.Advice]);
        }

        if (finding.Location is { } location)
        {
            rows.Add(["at:", $"{VisibleText.OneLine(location.File)}:{location.Line}"]);
        }

        output.Columns([.. rows.Select(row => new[] { row[0], VisibleText.Lines(row[1]).ReplaceLineEndings("\n              ") })], indent: "    ");
        output.Line();
    }

    private static string Where(Finding finding) =>
        finding.Engine is { } engine ? $"{finding.Stage}, {engine.DisplayName()}" : finding.Stage;

    private static TextStyle StyleOf(Severity severity) => severity switch
    {
        Severity.Error => TextStyle.Bad,
        Severity.Warning => TextStyle.Warning,
        _ => TextStyle.Faint,
    };
}
