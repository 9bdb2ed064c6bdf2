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
