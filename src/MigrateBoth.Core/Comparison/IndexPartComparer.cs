using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

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
