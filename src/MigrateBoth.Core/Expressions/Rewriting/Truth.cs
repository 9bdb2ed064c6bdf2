namespace MigrateBoth.Core.Expressions.Rewriting;

/// <summary>Where a condition is wanted, a value counts as true when it is not zero; MySQL writes that out.</summary>
internal static class Truth
{
    private static readonly string[] Conditions =
        ["=", "<>", "<", "<=", "is", "in", "between", "like", "glob", "and", "or", "xor", "not", "exists", "is true", "is false"];

    public static SqlNode Of(SqlNode node) =>
        (node.Kind == SqlNodeKind.Operation && Conditions.Contains(node.Text)) || node.Is(SqlNodeKind.Function, "regexp") || node.Kind == SqlNodeKind.Number
            ? node
            : SqlNode.Operation("<>", SqlNode.Number(0), node);
}
