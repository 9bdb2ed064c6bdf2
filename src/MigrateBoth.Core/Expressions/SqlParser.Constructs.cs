namespace MigrateBoth.Core.Expressions;

/// <summary>The part of the grammar that is made of words: predicates, CASE and CAST.</summary>
internal sealed partial class SqlParser
{
    private SqlNode? Is(SqlNode left)
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

        if (Expression(7) is not { } right)
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

    private SqlNode? Between(SqlNode left) =>
        Expression(7) is { } low && Accept("and") && Expression(7) is { } high ? SqlNode.Operation("between", left, low, high) : null;

    private SqlNode? Like(SqlNode left)
    {
        if (Expression(7) is not { } pattern)
        {
            return null;
        }

        if (!Accept("escape"))
        {
            return SqlNode.Operation("like", left, pattern);
        }

        return Expression(7) is { } escape ? SqlNode.Operation("like", left, pattern, escape) : null;
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

        // CONVERT(x USING utf8mb4) changes the encoding, not the text.
        if (Accept("using") && Current is { Kind: SqlTokenKind.Word })
        {
            _at++;
            return AcceptSymbol(")") ? operand : null;
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
                return words.Count > 0 ? SqlNode.Atom(SqlNodeKind.Keyword, SqlCastTypes.Canonical(words)) : null;
            }

            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            words.Add(token.Text.ToLowerInvariant());
        }

        return null;
    }
}
