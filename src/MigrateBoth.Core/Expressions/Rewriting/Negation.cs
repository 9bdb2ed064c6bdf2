namespace MigrateBoth.Core.Expressions.Rewriting;

/// <summary>
/// Pushes NOT to the leaves, as MySQL does when it stores an expression. Every law used here holds in three-valued logic.
/// </summary>
internal static class Negation
{
    public static SqlNode Of(SqlNode operand) => operand switch
    {
        { Kind: SqlNodeKind.Number } => SqlNode.Number(operand.Text == "0" ? 1 : 0),
        { Kind: SqlNodeKind.Operation } => operand.Text switch
        {
            "=" => operand with { Text = "<>" },
            "<>" => operand with { Text = "=" },
            "<" => SqlNode.Operation("<=", operand.Arguments[1], operand.Arguments[0]),
            "<=" => SqlNode.Operation("<", operand.Arguments[1], operand.Arguments[0]),
            "and" => Each(operand, "or"),
            "or" => Each(operand, "and"),
            _ => SqlNode.Operation("not", operand),
        },
        _ => SqlNode.Operation("not", operand),
    };

    private static SqlNode Each(SqlNode operand, string name)
    {
        var node = SqlNode.Operation(name, [.. operand.Arguments.Select(Of)]);
        return node with { Arguments = [.. node.Arguments.SelectMany(a => a.IsOperation(name) ? a.Arguments : [a])] };
    }
}
