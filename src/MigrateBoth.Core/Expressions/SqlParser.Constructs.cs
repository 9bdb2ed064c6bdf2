namespace MigrateBoth.Core.Expressions;

/// <summary>The part of the grammar that is made of words: predicates, CASE and CAST.</summary>
internal sealed partial class SqlParser
{
    private SqlNode? Is(SqlNode left, int power)
    {
        var negated = Accept("not");
        if (Accept("distinct"))
        {
            negated = !negated;
            if (!Accept("from"))
            {
                return null;
            }
        }

        // IS TRUE asks whether a value counts as true; IS 1 asks whether it is one.
        var isTrue = Accept("true") ? "is true" : Accept("false") ? "is false" : null;
        if (isTrue is not null)
        {
            var truth = SqlNode.Operation(isTrue, left);
            return negated ? Not(truth) : truth;
        }

        if (Expression(power + 1) is not { } right)
        {
            return null;
        }

        var node = SqlNode.Operation("is", left, right);
        return negated ? Not(node) : node;
    }

    private SqlNode? In(SqlNode left)
    {
        if (!AcceptSymbol("("))
        {
            return null;
        }

        if (IsQueryNext)
        {
            return Query() is { } query && AcceptSymbol(")") ? SqlNode.Operation("in", left, query) : null;
        }

        return List(")") is { } items ? SqlNode.Operation("in", [left, .. items]) : null;
    }

    private SqlNode? Between(SqlNode left, int power) =>
        Expression(_dialect.Operators.Bound) is { } low && Accept("and") && Expression(power + 1) is { } high ? SqlNode.Operation("between", left, low, high) : null;

    private SqlNode? Like(SqlNode left)
    {
        if (Expression(_dialect.Operators.Pattern) is not { } pattern)
        {
            return null;
        }

        if (!Accept("escape"))
        {
            // A backslash escapes in MySQL's patterns and means itself in SQLite's.
            return _dialect.BackslashEscapes && !(pattern.Kind == SqlNodeKind.String && !pattern.Text.Contains('\\', StringComparison.Ordinal))
                ? SqlNode.Operation("like", left, pattern, SqlNode.Atom(SqlNodeKind.String, "\\"))
                : SqlNode.Operation("like", left, pattern);
        }

        return Expression(_dialect.Operators.Pattern) is { } escape ? SqlNode.Operation("like", left, pattern, escape) : null;
    }

    private SqlNode? Case()
    {
        var parts = new List<SqlNode>();
        SqlNode? subject = null;
        if (Current is not { Kind: SqlTokenKind.Word, Text: "when" } && (subject = Expression(0)) is null)
        {
            return null;
        }

        while (Accept("when"))
        {
            if (Expression(0) is not { } condition || !Accept("then") || Expression(0) is not { } result)
            {
                return null;
            }

            parts.Add(subject is null ? condition : SqlNode.Operation("=", subject, condition));
            parts.Add(result);
        }

        if (Accept("else"))
        {
            if (Expression(0) is not { } otherwise)
            {
                return null;
            }

            parts.Add(otherwise);
        }

        return parts.Count > 0 && Accept("end") ? SqlNode.Operation("case", parts) : null;
    }

    private SqlNode? Cast()
    {
        if (!AcceptSymbol("(") || Expression(0) is not { } operand || !Accept("as"))
        {
            return null;
        }

        return TypeName() is { } type ? SqlNode.Operation("cast", operand, type) : null;
    }

    private SqlNode? Convert()
    {
        if (Expression(0) is not { } operand)
        {
            return null;
        }

        if (AcceptSymbol(","))
        {
            return TypeName() is { } type ? SqlNode.Operation("cast", operand, type) : null;
        }

        // CONVERT(x USING utf8mb4) changes the encoding, not the text; another character set may lack some of it.
        if (Accept("using") && Current is { Kind: SqlTokenKind.Word } set)
        {
            _at++;
            return !AcceptSymbol(")") ? null
                : set.Text is "utf8mb4" or "utf8mb3" or "utf8" ? operand
                : SqlNode.Function("convert", operand, SqlNode.Atom(SqlNodeKind.Keyword, set.Text));
        }

        return null;
    }

    /// <summary>A type name up to the parenthesis that closes the cast, as one keyword.</summary>
    private SqlNode? TypeName()
    {
        var depth = 0;
        var words = new List<string>();
        for (; Current is { } token; _at++)
        {
            if (depth == 0 && token.IsSymbol(")"))
            {
                _at++;
                return words.Count > 0 ? SqlNode.Atom(SqlNodeKind.Keyword, SqlCastTypes.Canonical([.. words], _dialect)) : null;
            }

            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            words.Add(token.Text.ToLowerInvariant());
        }

        return null;
    }
}
