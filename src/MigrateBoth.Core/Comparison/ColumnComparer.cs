using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>The two sides of one column.</summary>
/// <param name="Tables">The tables it is in.</param>
/// <param name="Left">The column in the left catalog.</param>
/// <param name="Right">The column in the right catalog.</param>
public sealed record ColumnPair(TablePair Tables, Column Left, Column Right);

/// <summary>One thing that is compared about a column.</summary>
/// <param name="Kind">What a difference is called.</param>
/// <param name="Judge">Compares both sides.</param>
/// <param name="Show">What the server says of it; null when it has nothing of the kind.</param>
public sealed record ColumnFact(DifferenceKind Kind, Func<ColumnPair, Judgement> Judge, Func<Column, string?> Show);

/// <summary>Compares the columns of a table. Their order is never compared (catalogue row M-25).</summary>
internal sealed class ColumnComparer(ComparisonLog log, ComparisonProfile profile)
{
    public void Compare(TablePair tables)
    {
        var columns = Matched<Column>.Of(
            tables.Left.Columns,
            tables.Right.Columns,
            (l, r) => string.Equals(l.Name, r.Name, StringComparison.Ordinal),
            (l, r) => Names.Same(l.Name, r.Name));

        foreach (var column in columns.LeftOnly)
        {
            AddAbsent(tables.Left, column, DifferenceKind.MissingColumn, isLeft: true);
        }

        foreach (var column in columns.RightOnly)
        {
            AddAbsent(tables.Left, column, DifferenceKind.ExtraColumn, isLeft: false);
        }

        foreach (var (left, right) in columns.Pairs)
        {
            Compare(new ColumnPair(tables, left, right));
        }
    }

    private void AddAbsent(Table table, Column column, DifferenceKind kind, bool isLeft)
    {
        var (text, definition) = (Texts.Of(column), Definitions.Of(column));
        log.Absences.Add(table, column);
        log.Count();
        log.Add(log.Difference(kind, ObjectKind.Column, new ObjectPath(table.Name, column.Name), isLeft ? text : null, isLeft ? null : text) with
        {
            LeftDefinition = isLeft ? definition : null,
            RightDefinition = isLeft ? null : definition,
        });
    }

    private void Compare(ColumnPair pair)
    {
        var path = new ObjectPath(pair.Tables.Left.Name, pair.Left.Name);
        log.Compare(
            Judgement.EqualIf(string.Equals(pair.Left.Name, pair.Right.Name, StringComparison.Ordinal)),
            _ => log.Difference(DifferenceKind.NameCase, ObjectKind.Column, path, pair.Left.Name, pair.Right.Name));

        foreach (var fact in profile.Columns)
        {
            var judged = fact.Judge(pair);
            log.Compare(
                judged,
                judgement => log.Difference(judgement.Kind ?? fact.Kind, ObjectKind.Column, path, fact.Show(pair.Left), fact.Show(pair.Right)) with
                {
                    Detail = judgement.Reason,
                    Weight = judgement.Weight,
                });
            if (Expressions(fact.Kind, pair, path) is { } expressions)
            {
                log.Add(expressions, judged);
            }
        }
    }

    private static ExpressionPair? Expressions(DifferenceKind kind, ColumnPair pair, ObjectPath path) => (kind, pair.Left, pair.Right) switch
    {
        (DifferenceKind.DefaultValue, { Default: { } left }, { Default: { } right }) => new(ExpressionUse.Default, path, left.Value, right.Value)
        {
            Tables = pair.Tables,
            Column = pair.Left.Name,
            IsComputed = left.Kind == ColumnDefaultKind.Expression && right.Kind == ColumnDefaultKind.Expression,
        },
        (DifferenceKind.GeneratedColumn, { Generated: { } left }, { Generated: { } right }) =>
            new(ExpressionUse.Generated, path, left.Expression, right.Expression) { Tables = pair.Tables, Column = pair.Left.Name },
        _ => null,
    };
}
