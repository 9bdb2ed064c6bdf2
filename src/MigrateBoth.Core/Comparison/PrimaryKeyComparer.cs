using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares primary keys by their columns; names never count (catalogue row S-36).</summary>
internal sealed class PrimaryKeyComparer(ComparisonLog log)
{
    public void Compare(TablePair pair)
    {
        var (left, right) = (pair.Left.PrimaryKey, pair.Right.PrimaryKey);
        log.Count();
        if (Names.SameList(left?.Columns ?? [], right?.Columns ?? []))
        {
            return;
        }

        if (!log.Absences.Explain($"the primary key of {pair.Left.Name}", pair.Left, [.. left?.Columns ?? [], .. right?.Columns ?? []]))
        {
            log.Add(log.Difference(DifferenceKind.PrimaryKey, ObjectKind.PrimaryKey, pair.Left.Name, Show(left), Show(right)));
        }
    }

    private static string? Show(PrimaryKey? key) => key is null ? null : Texts.Of(key.Columns);
}
