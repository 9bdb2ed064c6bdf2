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

        var path = Paths.Of(pair.Left, left?.Name ?? right?.Name ?? "PRIMARY");
        if (!log.Absences.Explain(path, pair.Left, [.. left?.Columns ?? [], .. right?.Columns ?? []]))
        {
            log.Add(log.Difference(DifferenceKind.PrimaryKey, ObjectKind.PrimaryKey, path, Show(left), Show(right)));
        }
    }

    private static string? Show(PrimaryKey? key) => key is null ? null : Texts.Of(key.Columns);
}
