namespace MigrateBoth.Core.Comparison;

/// <summary>Whether and how a column is computed.</summary>
internal static class GeneratedColumns
{
    public static Judgement Judge(ColumnPair columns, ExpressionJudge expressions)
    {
        var (left, right) = (columns.Left.Generated, columns.Right.Generated);
        if (left is null || right is null)
        {
            return Judgement.EqualIf(left is null && right is null);
        }

        if (left.IsStored != right.IsStored)
        {
            return Judgement.Differs("one is stored, the other computed on reading");
        }

        var name = columns.Left.Name;
        return expressions(columns.Tables, Side(left.Expression), Side(right.Expression));

        ExpressionSide Side(string text) => new(
            text,
            table => table.Columns.FirstOrDefault(column => Names.Same(column.Name, name))?.Generated?.Expression,
            model => model.Columns.FirstOrDefault(column => Names.Same(column.Name, name))?.ComputedSql);
    }
}
