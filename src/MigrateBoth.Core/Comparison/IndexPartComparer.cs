using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>An index, or a unique constraint seen as the index that keeps it (catalogue row S-37).</summary>
/// <param name="Name">Its name, or null where the engine made one up.</param>
/// <param name="Index">The index.</param>
/// <param name="IsConstraint">Whether the catalog calls it a constraint.</param>
internal sealed record IndexEntry(string? Name, TableIndex Index, bool IsConstraint)
{
    public static IReadOnlyList<IndexEntry> Of(Table table) =>
        [.. table.Indexes.Select(Of), .. table.UniqueConstraints.Select(Of)];

    /// <summary>The columns it is on, those in expressions aside.</summary>
    public IEnumerable<string> Columns => Index.Parts.Where(part => part.Column is not null).Select(part => part.Column!);

    /// <summary>How a finding names it.</summary>
    public string Called => Name ?? $"UNIQUE {Texts.Of([.. Columns])}";

    /// <summary>Where a finding finds it.</summary>
    public ObjectPath PathIn(Table table) => new(table.Name, Called);

    private static IndexEntry Of(TableIndex index) =>
        new(index.Name.StartsWith("sqlite_autoindex_", StringComparison.OrdinalIgnoreCase) ? null : index.Name, index, IsConstraint: false);

    private static IndexEntry Of(UniqueConstraint constraint)
    {
        var index = new TableIndex
        {
            Name = constraint.Name ?? string.Empty,
            Parts = [.. constraint.Columns.Select(column => new IndexPart { Column = column })],
            IsUnique = true,
        };
        return new IndexEntry(constraint.Name, index, IsConstraint: true);
    }
}

/// <summary>Compares two definitions of one index, attribute by attribute.</summary>
internal sealed class IndexPartComparer(ComparisonProfile profile)
{
    /// <summary>One judgement per attribute; the reason names it.</summary>
    public IReadOnlyList<Judgement> Compare(TablePair tables, TableIndex left, TableIndex right)
    {
        var judgements = new List<Judgement>
        {
            Attribute(HaveSameColumns(left, right) ? "order of columns" : "columns", left.Parts.Count == right.Parts.Count && left.Parts.Zip(right.Parts).All(pair => Names.Same(pair.First.Column, pair.Second.Column))),
            Attribute("uniqueness", left.IsUnique == right.IsUnique),
            Attribute("method", string.Equals(left.Method, right.Method, StringComparison.OrdinalIgnoreCase), Severity.Warning),
            Attribute("parser", string.Equals(left.Parser, right.Parser, StringComparison.OrdinalIgnoreCase)),
            Attribute("visibility", left.IsVisible == right.IsVisible, Severity.Warning),
            Filter(tables, left, right),
        };
        if (judgements[0].IsEqual)
        {
            var parts = left.Parts.Zip(right.Parts).ToList();
            judgements.Add(Attribute("direction", parts.All(pair => pair.First.IsDescending == pair.Second.IsDescending), Severity.Warning));
            judgements.Add(Attribute(
                "prefix length",
                parts.All(pair => pair.First.PrefixLength == pair.Second.PrefixLength),
                left.IsUnique || right.IsUnique ? null : Severity.Warning));
            judgements.Add(Attribute(
                "collation",
                parts.All(pair => Names.Same(pair.First.Collation, pair.Second.Collation)),
                left.IsUnique || right.IsUnique ? null : Severity.Warning));
            judgements.AddRange(parts
                .Select((pair, position) => (pair.First, pair.Second, position))
                .Where(part => part.First.Expression is not null || part.Second.Expression is not null)
                .Select(part => Expression(tables, left, right, part.position)));
        }

        return judgements;
    }

    private static bool HaveSameColumns(TableIndex left, TableIndex right) =>
        Names.SameSet(left.Parts.Select(part => part.Column ?? string.Empty), right.Parts.Select(part => part.Column ?? string.Empty));

    private static Judgement Attribute(string name, bool isEqual, Severity? weight = null) =>
        isEqual ? Judgement.Equal : Judgement.Differs(name, weight);

    private Judgement Filter(TablePair tables, TableIndex left, TableIndex right)
    {
        if (left.Filter is null || right.Filter is null)
        {
            // Without its filter a unique index refuses more (catalogue row S-61); any other only grows.
            return Attribute("filter", left.Filter == right.Filter, left.IsUnique || right.IsUnique ? null : Severity.Warning);
        }

        var judgement = profile.Expressions(tables, Side(left.Filter, left, i => i.Filter), Side(right.Filter, right, i => i.Filter));
        return judgement.IsEqual ? judgement : judgement with { Reason = judgement.Kind is null ? "filter" : judgement.Reason };
    }

    private Judgement Expression(TablePair tables, TableIndex left, TableIndex right, int position)
    {
        var (leftText, rightText) = (left.Parts[position].Expression, right.Parts[position].Expression);
        if (leftText is null || rightText is null)
        {
            return Judgement.Differs("columns");
        }

        string? At(TableIndex index) => position < index.Parts.Count ? index.Parts[position].Expression : null;
        var judgement = profile.Expressions(tables, Side(leftText, left, At), Side(rightText, right, At));
        return judgement.IsEqual ? judgement : judgement with { Reason = judgement.Kind is null ? "expression" : judgement.Reason };
    }

    private static ExpressionSide Side(string text, TableIndex index, Func<TableIndex, string?> find) => new(
        text,
        table => table.Indexes.FirstOrDefault(candidate => candidate.Name == index.Name) is { } found ? find(found) : null,
        _ => null);
}
