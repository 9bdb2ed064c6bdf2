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

/// <summary>What a <see cref="SqlNode"/> is.</summary>
internal enum SqlNodeKind
{
    /// <summary>The name of a column.</summary>
    Identifier,

    /// <summary>A text literal.</summary>
    String,

    /// <summary>A numeric literal.</summary>
    Number,

    /// <summary>A binary literal.</summary>
    Binary,

    /// <summary>The literal NULL.</summary>
    Null,

    /// <summary>A word of the grammar: a type name, a unit, a collation.</summary>
    Keyword,

    /// <summary>An operator or another construct of the grammar.</summary>
    Operation,

    /// <summary>A function call.</summary>
    Function,
}

/// <summary>What a <see cref="SqlConstant"/> is.</summary>
internal enum SqlConstantKind
{
    Null,
    Text,
    Number,
    Binary,
}

/// <summary>An expression that is only one literal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its value as <see cref="Schema.ColumnDefault.Value"/> has it.</param>
internal sealed record SqlConstant(SqlConstantKind Kind, string Value)
{
    /// <summary>The literal, or null when the expression is anything else.</summary>
    public static SqlConstant? Of(string sql, SqlDialect dialect) =>
        SqlTokenizer.Tokenize(sql, dialect) is { } tokens && SqlParser.Parse(tokens, dialect) is { } node ? Of(node) : null;

    private static SqlConstant? Of(SqlNode node) => node switch
    {
        { Kind: SqlNodeKind.Null } => new SqlConstant(SqlConstantKind.Null, node.Text),
        { Kind: SqlNodeKind.String } => new SqlConstant(SqlConstantKind.Text, node.Text),
        { Kind: SqlNodeKind.Number } => new SqlConstant(SqlConstantKind.Number, SqlNumber.Canonical(node.Text)),
        { Kind: SqlNodeKind.Binary } => new SqlConstant(SqlConstantKind.Binary, "0x" + node.Text),
        { Kind: SqlNodeKind.Operation, Text: "unary-" or "unary+", Arguments: [{ Kind: SqlNodeKind.Number } number] } =>
            new SqlConstant(SqlConstantKind.Number, node.Text == "unary-" ? SqlNumber.Negative(SqlNumber.Canonical(number.Text)) : SqlNumber.Canonical(number.Text)),
        _ => null,
    };
}
