namespace MigrateBoth.Core.Expressions;

/// <summary>A node of an expression: an atom or an operation on other nodes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">An identifier, a literal's value, or the name of the operation.</param>
/// <param name="Arguments">The operands; empty for atoms.</param>
internal sealed record SqlNode(SqlNodeKind Kind, string Text, IReadOnlyList<SqlNode> Arguments)
{
    public static SqlNode Null { get; } = Atom(SqlNodeKind.Null, "null");

    public static SqlNode Atom(SqlNodeKind kind, string text) => new(kind, text, []);

    public static SqlNode Number(int value) => Atom(SqlNodeKind.Number, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static SqlNode Operation(string name, params IReadOnlyList<SqlNode> arguments) => new(SqlNodeKind.Operation, name, arguments);

    public static SqlNode Function(string name, params IReadOnlyList<SqlNode> arguments) => new(SqlNodeKind.Function, name, arguments);

    /// <summary>Whether the node is a query and not a value.</summary>
    public bool IsQuery => IsOperation("query");

    public bool Is(SqlNodeKind kind, string text) => Kind == kind && Text == text;

    public bool IsOperation(string name) => Is(SqlNodeKind.Operation, name);

    /// <summary>The one spelling of this tree: every operation with its operands in parentheses.</summary>
    public override string ToString() => Kind switch
    {
        SqlNodeKind.String => $"'{Text.Replace("'", "''", StringComparison.Ordinal)}'",
        SqlNodeKind.Binary => $"0x{Text}",
        SqlNodeKind.Identifier => $"`{Text.Replace("`", "``", StringComparison.Ordinal)}`",
        SqlNodeKind.Operation or SqlNodeKind.Function => $"{Text}({string.Join(", ", Arguments)})",
        _ => Text,
    };
}
