namespace MigrateBoth.Core.Expressions;

/// <summary>What a <see cref="SqlConstant"/> is.</summary>
internal enum SqlConstantKind
{
    Null,
    Text,
    Number,
    Binary,
}

/// <summary>An expression that is nothing but one literal.</summary>
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
