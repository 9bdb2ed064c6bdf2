namespace MigrateBoth.Core.Expressions.Rewriting;

/// <summary>Rewrites a tree bottom-up by laws that hold on every engine; a derived class adds what holds for its purpose.</summary>
internal abstract class ExpressionRewriter
{
    private readonly List<string> _unknownFunctions = [];

    /// <summary>Functions met whose meaning is not known, in the order met.</summary>
    public IReadOnlyList<string> UnknownFunctions => _unknownFunctions;

    public SqlNode Rewrite(SqlNode node)
    {
        var rewritten = node with { Arguments = [.. node.Arguments.Select(Rewrite)] };
        return rewritten.Kind switch
        {
            SqlNodeKind.Number => rewritten with { Text = SqlNumber.Canonical(rewritten.Text) },
            SqlNodeKind.Operation => Operation(rewritten, node),
            SqlNodeKind.Function => Function(rewritten, node),
            _ => rewritten,
        };
    }

    /// <summary>Rewrites a call whose arguments are rewritten already.</summary>
    protected abstract SqlNode Function(SqlNode call, SqlNode original);

    /// <summary>Rewrites what only this dialect spells so, or means so.</summary>
    protected abstract SqlNode DialectOperation(SqlNode operation, SqlNode original);

    protected void Unknown(string function) => _unknownFunctions.Add(function);

    private SqlNode Operation(SqlNode node, SqlNode original) => node.Text switch
    {
        "!=" or "<>" => Ordered(Renamed(node, "<>")),
        "==" or "=" => Ordered(Renamed(node, "=")),
        "<=>" => Renamed(node, "is"),
        "&&" => Logical(Renamed(node, "and")),
        "mod" => DialectOperation(Renamed(node, "%"), original),
        "and" or "or" or "xor" or "is true" or "is false" => Logical(node),
        "exists" => node with { Arguments = [Existence(node.Arguments[0])] },
        // x in (y) is x = y.
        "in" when node.Arguments is [_, { IsQuery: false }] => Ordered(Renamed(node, "=")),
        "unary+" when node.Arguments[0].Kind == SqlNodeKind.Number => node.Arguments[0],
        "unary-" => Negative(node),
        "not" => Negation.Of(Truth.Of(node.Arguments[0])),
        // a > b and b < a are one comparison.
        ">" => SqlNode.Operation("<", node.Arguments[1], node.Arguments[0]),
        ">=" => SqlNode.Operation("<=", node.Arguments[1], node.Arguments[0]),
        _ => DialectOperation(node, original),
    };

    private static SqlNode Renamed(SqlNode node, string name) => node with { Text = name };

    /// <summary>Operands of logic are conditions, and (a and b) and c is a and b and c.</summary>
    protected static SqlNode Logical(SqlNode node) => node with
    {
        Arguments = [.. node.Arguments.Select(Truth.Of).SelectMany(a => node.Text is "and" or "or" && a.IsOperation(node.Text) ? a.Arguments : [a])],
    };

    /// <summary>Neither order nor a limit of one row changes whether there is any; MariaDB adds the latter.</summary>
    private static SqlNode Existence(SqlNode query)
    {
        var none = SqlNode.Atom(SqlNodeKind.Keyword, "none");
        return query.Arguments[1] is { Text: "limit", Arguments: [{ Text: "1" }] }
            ? query with { Arguments = [none, none, .. query.Arguments.Skip(2)] }
            : query;
    }

    /// <summary>a = b and b = a are one comparison.</summary>
    private static SqlNode Ordered(SqlNode node) =>
        string.CompareOrdinal(node.Arguments[0].ToString(), node.Arguments[1].ToString()) <= 0
            ? node
            : node with { Arguments = [node.Arguments[1], node.Arguments[0]] };

    private static SqlNode Negative(SqlNode node)
    {
        var operand = node.Arguments[0];
        if (operand.Kind != SqlNodeKind.Number)
        {
            return node;
        }

        return operand with { Text = SqlNumber.Negative(operand.Text) };
    }
}

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

/// <summary>Where a condition is wanted, a value counts as true when it is not zero; MySQL writes that out.</summary>
internal static class Truth
{
    private static readonly string[] Conditions =
        ["=", "<>", "<", "<=", "is", "in", "between", "like", "like" + CanonicalSql.IgnoresCase, "glob", "and", "or", "xor", "not", "exists", "is true", "is false"];

    public static SqlNode Of(SqlNode node) =>
        (node.Kind == SqlNodeKind.Operation && Conditions.Contains(node.Text)) || node.Is(SqlNodeKind.Function, "regexp") || node.Kind == SqlNodeKind.Number
            ? node
            : SqlNode.Operation("<>", SqlNode.Number(0), node);
}
