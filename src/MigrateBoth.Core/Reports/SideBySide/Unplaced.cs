using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>
/// What was found about objects that neither schema has: the model has them and the migrations of neither engine make them. They are shown
/// in their table all the same; a finding that the schema browser hid would be as good as none.
/// </summary>
internal sealed class Unplaced(FindingIndex findings)
{
    public IReadOnlyList<TableSides> AddTo(IReadOnlyList<TableSides> tables)
    {
        var additions = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in findings.Unclaimed.Where(place => findings.All[place].Kind != ObjectKind.View))
        {
            var table = findings.All[place].Object.Table;
            if (!additions.TryGetValue(table, out var places))
            {
                additions[table] = places = [];
            }

            places.Add(place);
        }

        var known = tables.Select(table => additions.Remove(table.Self.Name, out var places) ? With(table, places) : table).ToList();
        return [.. known, .. additions.Select(item => With(new TableSides { Self = Nobodys(ObjectKind.Table, item.Key, []) }, item.Value))];
    }

    public static IEnumerable<ObjectSides> Views(FindingIndex findings) =>
        from place in findings.Unclaimed
        where findings.All[place].Kind == ObjectKind.View
        group place by findings.All[place].Object into view
        select Nobodys(ObjectKind.View, view.Key.ToString(), [.. view]);

    private static ObjectSides Nobodys(ObjectKind kind, string name, IReadOnlyList<int> places) => new() { Kind = kind, Name = name, Findings = places };

    private TableSides With(TableSides table, List<int> places)
    {
        var self = places.Where(place => IsTable(findings.All[place], table)).ToList();
        return table with
        {
            Self = table.Self with { Findings = [.. table.Self.Findings, .. self] },
            Objects =
            [
                .. table.Objects,
                .. from place in places.Except(self)
                   let finding = findings.All[place]
                   group place by (finding.Kind, finding.Object) into item
                   select Nobodys(item.Key.Kind, item.Key.Object.Name ?? item.Key.Object.Table, [.. item]),
            ],
        };
    }

    private static bool IsTable(Finding finding, TableSides table) =>
        finding.Object.IsSameAs(new ObjectPath(table.Self.Name));
}
