using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>The two sides of one table.</summary>
/// <param name="LeftSchema">The left catalog.</param>
/// <param name="RightSchema">The right catalog.</param>
/// <param name="Left">The table in the left catalog.</param>
/// <param name="Right">The table in the right catalog.</param>
public sealed record TablePair(DatabaseSchema LeftSchema, DatabaseSchema RightSchema, Table Left, Table Right);

/// <summary>Compares two sides of one table, in two passes: the columns, then what is built on them.</summary>
internal sealed class TableComparer(ComparisonLog log, ComparisonProfile profile)
{
    private readonly ColumnComparer _columns = new(log, profile);
    private readonly PrimaryKeyComparer _primaryKeys = new(log);
    private readonly IndexComparer _indexes = new(log, profile);
    private readonly ForeignKeyComparer _foreignKeys = new(log, profile);
    private readonly CheckComparer _checks = new(log, profile);

    public void CompareColumns(TablePair pair)
    {
        var (left, right) = (pair.Left, pair.Right);
        log.Compare(
            Judgement.EqualIf(log.AreSpelledAlike(left.Name, right.Name)),
            _ => log.Difference(DifferenceKind.NameCase, ObjectKind.Table, new ObjectPath(left.Name), left.Name, right.Name));

        if (profile.ComparesComments)
        {
            log.Compare(
                Judgement.EqualIf(string.Equals(left.Comment, right.Comment, StringComparison.Ordinal)),
                _ => log.Difference(DifferenceKind.Comment, ObjectKind.Table, new ObjectPath(left.Name), left.Comment, right.Comment));
        }

        foreach (var (option, leftValue, rightValue) in profile.TableOptions(pair))
        {
            log.Compare(
                Judgement.EqualIf(string.Equals(leftValue, rightValue, StringComparison.OrdinalIgnoreCase)),
                _ => log.Difference(DifferenceKind.TableOption, ObjectKind.Table, new ObjectPath(left.Name), leftValue, rightValue) with { Detail = option });
        }

        _columns.Compare(pair);
    }

    public void CompareConstraints(TablePair pair)
    {
        _primaryKeys.Compare(pair);
        _indexes.Compare(pair);
        _foreignKeys.Compare(pair);
        _checks.Compare(pair);
    }
}
