using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>The findings as tables, one per stage and pair of sides; as many as there is room for, worst first, and how many there was none for.</summary>
internal static class MarkdownFindings
{
    // Headings, table heads and the line that counts the rest.
    private const int Overhead = 4096;

    public static string Of(CheckReport report, long room)
    {
        var open = report.Findings.Where(finding => !finding.Accepted).OrderByDescending(finding => finding.Severity).ToList();
        var rows = Chosen(open, room - Overhead);
        var markdown = new StringBuilder();
        foreach (var group in rows.GroupBy(row => (row.Finding.Stage, Sides: SideNames.Of(row.Finding))))
        {
            markdown.Append("### ").Append(MarkdownText.Of(group.Key.Stage)).Append("\n\n| | rule | object | ")
                .Append(MarkdownText.Of(group.Key.Sides.Expected)).Append(" | ").Append(MarkdownText.Of(group.Key.Sides.Actual)).Append(" | what to do |\n|---|---|---|---|---|---|\n");
            foreach (var row in group)
            {
                markdown.Append(row.Text);
            }

            markdown.Append('\n');
        }

        if (rows.Count < open.Count)
        {
            var rest = FindingSummary.Of(open.Skip(rows.Count));
            markdown.Append("**And ").Append(rest).Append(" more**, for which there is no room here: see the other reports of this run.\n\n");
        }

        AppendAccepted(report, markdown, room);
        return markdown.ToString();
    }

    private static List<(Finding Finding, string Text)> Chosen(List<Finding> findings, long room)
    {
        var rows = new List<(Finding Finding, string Text)>();
        foreach (var finding in findings)
        {
            var text = Row(finding);
            room -= Encoding.UTF8.GetByteCount(text);
            if (room < 0)
            {
                break;
            }

            rows.Add((finding, text));
        }

        return rows;
    }

    private static string Row(Finding finding)
    {
        var rule = finding.HelpUri is null ? finding.Rule : $"[{finding.Rule}]({finding.HelpUri})";
        var place = finding.Location is { } location ? $"<br>{MarkdownText.Code($"{location.File}:{location.Line}")}" : string.Empty;
        return $"| {Mark(finding.Severity)} {finding.Severity.Name()} | {rule} | {MarkdownText.Code(finding.Object.ToString())}{place} | {MarkdownText.Code(finding.Expected)} "
            + $"| {MarkdownText.Code(finding.Actual)} | {MarkdownText.Of(finding.Message)}{(finding.Advice is null ? string.Empty : $"<br>**Fix:** {MarkdownText.Of(finding.Advice)}")} |\n";
    }

    private static void AppendAccepted(CheckReport report, StringBuilder markdown, long room)
    {
        var accepted = report.Findings.Where(finding => finding.Accepted).ToList();
        if (accepted.Count == 0)
        {
            return;
        }

        var rows = string.Concat(accepted.Select(finding =>
            $"| {finding.Rule} | {MarkdownText.Code(finding.Object.ToString())} | {MarkdownText.Of(finding.AcceptedBecause ?? string.Empty)} |\n"));
        var text = $"<details><summary>{accepted.Count} accepted by the configuration</summary>\n\n| rule | object | because |\n|---|---|---|\n{rows}\n</details>\n\n";
        if (Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetByteCount(markdown.ToString()) <= room)
        {
            markdown.Append(text);
        }
        else
        {
            markdown.Append(accepted.Count).Append(" accepted by the configuration.\n\n");
        }
    }

    private static string Mark(Severity severity) => severity switch
    {
        Severity.Error => "🔴",
        Severity.Warning => "🟡",
        _ => "🔵",
    };
}
