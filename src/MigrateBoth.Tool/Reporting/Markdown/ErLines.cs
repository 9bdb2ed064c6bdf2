using System.Globalization;
using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Reports.SideBySide;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>The lines of a Mermaid entity relationship diagram.</summary>
/// <param name="view">The comparison.</param>
/// <param name="shown">The tables of the diagram.</param>
/// <param name="open">The findings that are not accepted.</param>
internal sealed class ErLines(SchemaComparisonView view, IReadOnlyList<TableSides> shown, HashSet<int> open)
{
    private readonly Dictionary<string, string> _ids = shown.Select((table, i) => (table.Self.Name, Id: $"t{i.ToString(CultureInfo.InvariantCulture)}"))
        .GroupBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>A table with what differs in it.</summary>
    public string Entity(TableSides table)
    {
        var text = new StringBuilder();
        text.Append("  ").Append(_ids[table.Self.Name]).Append('[').Append(MermaidText.Quoted(table.Self.Name + Absence(table.Self))).Append("] {\n");
        foreach (var item in table.Objects.Where(item => item.AllFindings.Any(open.Contains)))
        {
            text.Append("    ").Append(MermaidText.Word(TypeOf(item))).Append(' ').Append(MermaidText.Word(item.Name)).Append(' ')
                .Append(MermaidText.Quoted(Difference(item))).Append('\n');
        }

        return text.Append("  }\n").ToString();
    }

    /// <summary>The foreign keys between the tables of the diagram; dotted where only one side has it.</summary>
    public IEnumerable<string> Relations() =>
        from table in shown
        from reference in table.References
        where _ids.ContainsKey(reference.Table)
        let line = reference is { OnLeft: true, OnRight: true } ? "--" : ".."
        let side = reference is { OnLeft: true, OnRight: true } ? string.Empty : $", only {(reference.OnLeft ? view.LeftName : view.RightName)}"
        select $"  {_ids[table.Self.Name]} }}o{line}{(reference.IsOptional ? "o|" : "||")} {_ids[reference.Table]} : {MermaidText.Quoted(string.Join(", ", reference.Columns) + side)}\n";

    private static string TypeOf(ObjectSides item) => item.Kind switch
    {
        ObjectKind.Column => item.Attributes.FirstOrDefault(attribute => attribute.Name == "type") is { } type ? type.Right ?? type.Left ?? "column" : "column",
        var kind => kind.ToString(),
    };

    private string Absence(ObjectSides item) => (item.Left, item.Right) switch
    {
        (null, null) => " (on neither side)",
        (null, _) => $" (only {view.RightName})",
        (_, null) => $" (only {view.LeftName})",
        _ => string.Empty,
    };

    private string Difference(ObjectSides item)
    {
        var absence = Absence(item).Trim(' ', '(', ')');
        var attributes = item.Attributes.Where(attribute => attribute.Findings.Any(open.Contains))
            .Select(attribute => $"{attribute.Name}: {attribute.Left ?? "–"} | {attribute.Right ?? "–"}");
        return absence.Length > 0 ? absence : string.Join(", ", attributes.DefaultIfEmpty("differs"));
    }
}
