namespace MigrateBoth.Core.Expressions;

/// <summary>An expression that is nothing but one literal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its value as <see cref="Schema.ColumnDefault.Value"/> has it.</param>
internal sealed record SqlConstant(SqlConstantKind Kind, string Value)
{
    /// <summary>The literal, or null when the expression is anything else.</summary>
    public static SqlConstant? Of(string sql, SqlDialect dialect)
    {
        if (SqlTokenizer.Tokenize(sql, dialect) is not { } tokens || SqlParser.Parse(tokens, dialect) is not { } node)
        {
            return null;
        }

        var simple = new Rewriting.SameEngineRewriter(dialect).Rewrite(node);
        return simple.Kind switch
        {
            SqlNodeKind.Null => new SqlConstant(SqlConstantKind.Null, simple.Text),
            SqlNodeKind.String => new SqlConstant(SqlConstantKind.Text, simple.Text),
            SqlNodeKind.Number => new SqlConstant(SqlConstantKind.Number, simple.Text),
            SqlNodeKind.Binary => new SqlConstant(SqlConstantKind.Binary, "0x" + simple.Text),
            _ => null,
        };
    }
}
