using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>Pairs the objects of two schemas by the same criteria as the comparison, and attaches each finding to its object.</summary>
internal sealed class SideBySideBuilder(SchemaSides sides, FindingIndex findings)
{
    private readonly ObjectPairing _objects = new(findings);

    public SchemaComparisonView Build()
    {
        var (left, right) = (sides.Left.Schema, sides.Right.Schema);
        var tables = Pairs(
            left?.Tables ?? [],
            right?.Tables ?? [],
            (l, r) => string.Equals(l.Name, r.Name, StringComparison.Ordinal),
            (l, r) => Names.Same(l.Name, r.Name)).Select(pair => Pair(pair.Left, pair.Right)).ToList();
        var views = Pairs(left?.Views ?? [], right?.Views ?? [], (l, r) => l.Name == r.Name, (l, r) => Names.Same(l.Name, r.Name))
            .Select(pair => _objects.Of(ObjectKind.View, pair.Left?.Name, pair.Right?.Name, AttributeText.Of(pair.Left), AttributeText.Of(pair.Right), null))
            .ToList();

        return new SchemaComparisonView(
            sides,
            [.. new Unplaced(findings).AddTo(tables).OrderBy(table => table.Self.Name, StringComparer.OrdinalIgnoreCase)],
            [.. views.Concat(Unplaced.Views(findings)).OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>All items of both lists; those without a partner have null on the other side.</summary>
    internal static IEnumerable<(T? Left, T? Right)> Pairs<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, params Func<T, T, bool>[] criteria)
        where T : class
    {
        var matched = Matched<T>.Of(left, right, criteria);
        // By reference: two indexes without a name may well be equal as values.
        var partners = new Dictionary<object, T>(ReferenceEqualityComparer.Instance);
        foreach (var pair in matched.Pairs)
        {
            partners.Add(pair.Left, pair.Right);
        }

        return left.Select(item => ((T?)item, (T?)partners.GetValueOrDefault(item))).Concat(matched.RightOnly.Select(item => ((T?)null, (T?)item)));
    }

    private TableSides Pair(Table? left, Table? right)
    {
        var names = new[] { left?.Name, right?.Name }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new TableSides
        {
            Self = _objects.Of(ObjectKind.Table, left?.Name, right?.Name, AttributeText.Of(left), AttributeText.Of(right), null),
            Objects =
            [
                .. Columns(left, right, names),
                .. PrimaryKey(left?.PrimaryKey, right?.PrimaryKey, names),
                .. Indexes(left, right, names),
                .. ForeignKeys(left, right, names),
                .. Checks(left, right, names),
                .. Triggers(names),
            ],
            References = References(left, right),
        };
    }

    private IEnumerable<ObjectSides> Columns(Table? left, Table? right, IReadOnlyList<string> tables) =>
        Pairs(left?.Columns ?? [], right?.Columns ?? [], (l, r) => string.Equals(l.Name, r.Name, StringComparison.Ordinal), (l, r) => Names.Same(l.Name, r.Name))
            .Select(pair => _objects.Of(ObjectKind.Column, pair.Left?.Name, pair.Right?.Name, AttributeText.Of(pair.Left), AttributeText.Of(pair.Right), tables));

    private IEnumerable<ObjectSides> PrimaryKey(PrimaryKey? left, PrimaryKey? right, IReadOnlyList<string> tables) =>
        left is null && right is null
            ? []
            : [_objects.OfPrimaryKey(AttributeText.Of(left), AttributeText.Of(right), tables)];

    private IEnumerable<ObjectSides> Indexes(Table? left, Table? right, IReadOnlyList<string> tables) =>
        Pairs(
            left is null ? [] : IndexEntry.Of(left),
            right is null ? [] : IndexEntry.Of(right),
            (l, r) => l.Name is not null && Names.Same(l.Name, r.Name),
            (l, r) => l.Name is not null && r.Name is not null && Names.SameWhenCut(l.Name, r.Name),
            (l, r) => l.Index.IsUnique == r.Index.IsUnique && Names.SameList([.. l.Columns], [.. r.Columns]),
            (l, r) => l.Columns.Any() && Names.SameList([.. l.Columns], [.. r.Columns]))
            .Select(pair => _objects.Of(
                ObjectKind.Index, NameOf(pair.Left), NameOf(pair.Right), AttributeText.Of(pair.Left?.Index), AttributeText.Of(pair.Right?.Index), tables));

    private static string? NameOf(IndexEntry? entry) => entry is null ? null : entry.Name ?? $"UNIQUE {Texts.Of([.. entry.Columns])}";

    private IEnumerable<ObjectSides> ForeignKeys(Table? left, Table? right, IReadOnlyList<string> tables) =>
        PairKeys(left, right).Select(pair => _objects.Of(
            ObjectKind.ForeignKey, NameOf(pair.Left), NameOf(pair.Right), AttributeText.Of(pair.Left), AttributeText.Of(pair.Right), tables));

    private static string? NameOf(ForeignKey? key) => key is null ? null : key.Name ?? $"FOREIGN KEY {Texts.Of(key.Columns)}";

    private static IEnumerable<(ForeignKey? Left, ForeignKey? Right)> PairKeys(Table? left, Table? right) =>
        Pairs(
            left?.ForeignKeys ?? [],
            right?.ForeignKeys ?? [],
            (l, r) => Names.SameSet(l.Columns, r.Columns) && Names.Same(l.PrincipalTable, r.PrincipalTable),
            (l, r) => Names.SameSet(l.Columns, r.Columns),
            (l, r) => l.Name is not null && r.Name is not null && Names.SameWhenCut(l.Name, r.Name));

    private IEnumerable<ObjectSides> Checks(Table? left, Table? right, IReadOnlyList<string> tables) =>
        Pairs(
            left?.Checks ?? [],
            right?.Checks ?? [],
            (l, r) => l.Name is not null && Names.Same(l.Name, r.Name),
            (l, r) => l.Name is not null && r.Name is not null && Names.SameWhenCut(l.Name, r.Name),
            (l, r) => Names.Same(l.Expression, r.Expression))
            .Select(pair => _objects.Of(
                ObjectKind.Check, NameOf(pair.Left), NameOf(pair.Right), AttributeText.Of(pair.Left), AttributeText.Of(pair.Right), tables));

    private static string? NameOf(CheckConstraint? check) => check is null ? null : check.Name ?? $"CHECK ({check.Expression})";

    private IEnumerable<ObjectSides> Triggers(IReadOnlyList<string> tables)
    {
        return Pairs(Of(sides.Left.Schema), Of(sides.Right.Schema), (l, r) => Names.Same(l.Name, r.Name))
            .Select(pair => _objects.Of(ObjectKind.Trigger, pair.Left?.Name, pair.Right?.Name, AttributeText.Of(pair.Left), AttributeText.Of(pair.Right), tables));

        List<Trigger> Of(DatabaseSchema? schema) =>
            [.. (schema?.Triggers ?? []).Where(trigger => tables.Any(table => Names.Same(table, trigger.Table)))];
    }

    private static List<ReferenceSides> References(Table? left, Table? right) =>
        [.. from pair in PairKeys(left, right)
            let key = pair.Left ?? pair.Right!
            select new ReferenceSides(
                key.PrincipalTable, key.Columns, pair.Left is not null, pair.Right is not null, IsOptional(left, pair.Left) || IsOptional(right, pair.Right))
            {
                PrincipalColumns = key.PrincipalColumns,
                IsUnique = IsUnique(left, pair.Left) && IsUnique(right, pair.Right),
            }];

    /// <summary>True where the side does not have the foreign key: the other one decides.</summary>
    private static bool IsUnique(Table? table, ForeignKey? key) =>
        table is null || key is null
        || new[] { table.PrimaryKey?.Columns }
            .Concat(table.UniqueConstraints.Select(constraint => constraint.Columns))
            .Concat(table.Indexes.Where(index => index is { IsUnique: true, Filter: null }).Select(index => (IReadOnlyList<string>)[.. index.Parts.Select(part => part.Column ?? string.Empty)]))
            .Any(columns => columns is not null && columns.Count == key.Columns.Count && columns.All(column => key.Columns.Contains(column, StringComparer.OrdinalIgnoreCase)));

    private static bool IsOptional(Table? table, ForeignKey? key) =>
        table is not null && key is not null && table.Columns.Any(column => column.IsNullable && key.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase));
}
