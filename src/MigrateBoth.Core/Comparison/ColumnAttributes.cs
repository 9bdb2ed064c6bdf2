namespace MigrateBoth.Core.Comparison;

/// <summary>Attributes of columns that EF Core does not know and a migration easily loses (catalogue row M-24).</summary>
internal static class ColumnAttributes
{
    public static IReadOnlyList<ColumnFact> Facts(ExpressionJudge expressions) =>
    [
        new(
            DifferenceKind.ColumnAttribute,
            c => Judgement.EqualIf(c.Left.IsInvisible == c.Right.IsInvisible),
            c => c.IsInvisible ? "INVISIBLE" : "VISIBLE"),
        new(
            DifferenceKind.ColumnAttribute,
            c => OnUpdate(c, expressions),
            c => c.OnUpdate is null ? null : $"ON UPDATE {c.OnUpdate}"),
    ];

    private static Judgement OnUpdate(ColumnPair columns, ExpressionJudge expressions)
    {
        if (columns.Left.OnUpdate is not { } left || columns.Right.OnUpdate is not { } right)
        {
            return Judgement.EqualIf(columns.Left.OnUpdate == columns.Right.OnUpdate);
        }

        return expressions(columns.Tables, Side(left), Side(right));

        static ExpressionSide Side(string text) => new(text, _ => null, _ => null);
    }
}
