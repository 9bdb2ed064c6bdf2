using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares primary keys by their columns; names never count (catalogue row S-36).</summary>
internal sealed class PrimaryKeyComparer(ComparisonLog log)
{
    public void Compare(TablePair pair)
    {
        var (left, right) = (pair.Left.PrimaryKey, pair.Right.PrimaryKey);
        log.Count();
        if (!Names.SameList(left?.Columns ?? [], right?.Columns ?? []))
        {
            if (!log.Absences.Explain(new ObjectPath(pair.Left.Name), pair.Left, [.. left?.Columns ?? [], .. right?.Columns ?? []], called: $"the primary key of {pair.Left.Name}"))
            {
                log.Add(log.Difference(DifferenceKind.PrimaryKey, ObjectKind.PrimaryKey, new ObjectPath(pair.Left.Name), Show(left), Show(right)));
            }

            return;
        }

        log.Compare(
            Parts(pair, left, right),
            judgement => log.Difference(DifferenceKind.PrimaryKey, ObjectKind.PrimaryKey, new ObjectPath(pair.Left.Name), Show(left), Show(right)) with
            {
                Detail = judgement.Reason,
                Weight = judgement.Weight,
            });
    }

    /// <summary>A prefix refuses rows that the whole column tells apart; a direction changes no meaning, unless it keeps the key from being the row's number.</summary>
    private static Judgement Parts(TablePair pair, PrimaryKey? left, PrimaryKey? right)
    {
        var parts = (left?.Columns ?? []).Select((_, position) => (Left: At(left!, position), Right: At(right!, position))).ToList();
        return parts.Exists(part => part.Left.PrefixLength != part.Right.PrefixLength) ? Judgement.Differs("prefix length")
            : parts.Exists(part => part.Left.IsDescending != part.Right.IsDescending) ? Judgement.Differs("direction", HasRowNumber(pair.LeftSchema, pair.Left) == HasRowNumber(pair.RightSchema, pair.Right) || pair.LeftSchema.Engine != pair.RightSchema.Engine ? Severity.Warning : null)
            : Judgement.Equal;
    }

    private static bool HasRowNumber(DatabaseSchema schema, Table table) => table.Columns.Any(column => EngineTraits.Of(schema).IsRowNumber(table, column));

    private static IndexPart At(PrimaryKey key, int position) => position < key.Parts.Count ? key.Parts[position] : new IndexPart();

    private static string? Show(PrimaryKey? key) => key is null ? null : Texts.Of(key);
}
