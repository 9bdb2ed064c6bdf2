using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Tool.Output;
using Spectre.Console;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The findings of one stage as a table, for a terminal.</summary>
internal static class FindingTable
{
    public static void Write(IReadOnlyList<Finding> findings, TextOutput output)
    {
        var terminal = Terminal.Open(output.Writer, output.Width, output.Color, cursor: false);
        foreach (var group in findings.GroupBy(finding => (finding.Stage, Sides: SideNames.Of(finding))))
        {
            var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle(group.Key.Stage), ShowRowSeparators = true };
            table.AddColumn(new TableColumn("rule").NoWrap());
            table.AddColumn("object");
            table.AddColumn(group.Key.Sides.Expected);
            table.AddColumn(group.Key.Sides.Actual);
            foreach (var finding in group)
            {
                table.AddRow(Rule(finding), What(finding), Cell(finding.Expected ?? "-"), Cell(finding.Actual ?? "-"));
            }

            terminal.Write(table);
        }
    }

    private static Text Rule(Finding finding) => new(finding.Rule, new Style(finding.Severity switch
    {
        Severity.Error => Color.Red,
        Severity.Warning => Color.Yellow,
        _ => Color.Grey,
    }));

    private static Paragraph What(Finding finding)
    {
        var where = finding.Engine is { } engine ? $" ({engine.DisplayName()})" : string.Empty;
        var cell = new Paragraph()
            .Append(VisibleText.OneLine(finding.Object) + where, new Style(decoration: Decoration.Bold))
            .Append("\n" + VisibleText.Lines(Redaction.MaskSecrets(finding.Message)));
        if (finding.Advice is not null)
        {
            cell.Append("\n" + VisibleText.Lines(Redaction.MaskSecrets(finding.Advice)), new Style(Color.Grey));
        }

        if (finding.Location is { } location)
        {
            cell.Append($"\n{VisibleText.OneLine(location.File)}:{location.Line}", new Style(Color.Grey));
        }

        return cell;
    }

    private static Text Cell(string text) => new(VisibleText.Lines(Redaction.MaskSecrets(text)));
}
