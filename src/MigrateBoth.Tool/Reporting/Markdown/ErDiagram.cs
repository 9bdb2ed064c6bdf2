using System.Text;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports.SideBySide;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>The tables that differ, as a Mermaid diagram: what differs in each, and how they refer to each other.</summary>
internal static class ErDiagram
{
    // Mermaid refuses texts of more than 50,000 characters, and a diagram with more tables than this is not readable.
    private const int MostTables = 30;
    private const int MostCharacters = 40_000;

    /// <summary>The section of the report; null where no table differs.</summary>
    public static string? Of(SchemaComparisonView view, IReadOnlyList<Finding> findings)
    {
        var open = findings.Select((finding, place) => (finding, place)).Where(item => !item.finding.Accepted).Select(item => item.place).ToHashSet();
        var differing = view.Tables.Where(table => table.AllFindings.Any(open.Contains))
            .OrderByDescending(table => table.AllFindings.Where(open.Contains).Max(place => findings[place].Severity)).ToList();
        if (differing.Count == 0)
        {
            return null;
        }

        var shown = differing.Take(MostTables).ToList();
        var lines = new ErLines(view, shown, open);
        var body = new StringBuilder();
        var tables = 0;
        foreach (var table in shown)
        {
            var text = lines.Entity(table);
            if (body.Length + text.Length > MostCharacters)
            {
                break;
            }

            body.Append(text);
            tables++;
        }

        foreach (var relation in lines.Relations().TakeWhile(relation => body.Length + relation.Length <= MostCharacters))
        {
            body.Append(relation);
        }

        var rest = tables < differing.Count ? $"{differing.Count - tables} more tables differ.\n\n" : string.Empty;
        return $"### What differs\n\n```mermaid\nerDiagram\n{body}```\n\n{rest}";
    }
}
