namespace MigrateBoth.Core.Expressions;

/// <summary>Builds the tree of a scalar expression. What is not one (a subquery, a statement) is not parsed at all.</summary>
internal sealed partial class SqlParser
{
    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly SqlDialect _dialect;
    private bool _allowsQueries;
    private int _at;

    private SqlParser(IReadOnlyList<SqlToken> tokens, SqlDialect dialect)
    {
        _tokens = tokens;
        _dialect = dialect;
    }

    private SqlToken? Current => _at < _tokens.Count ? _tokens[_at] : null;

    /// <summary>The tree, or null when the tokens are not one scalar expression of the known grammar.</summary>
    public static SqlNode? Parse(IReadOnlyList<SqlToken> tokens, SqlDialect dialect)
    {
        var parser = new SqlParser(tokens, dialect);
        var node = parser.Expression(0);
        return parser._at == tokens.Count ? node : null;
    }

    private SqlNode? Expression(int floor)
    {
        var left = Prefix();
        while (left is not null && Current is { } token)
        {
            if (Power(token) is not { } power || power < floor)
            {
                break;
            }

            left = Infix(left, power);
        }

        return left;
    }

    /// <summary>How strongly an infix operator binds; null for anything that is not one.</summary>
    private int? Power(SqlToken token) =>
        token.Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && _dialect.Operators.Infix.TryGetValue(token.Text, out var power) ? power : null;

    private SqlNode? Infix(SqlNode left, int power)
    {
        var token = _tokens[_at++];
        if (token.Kind == SqlTokenKind.Symbol)
        {
            return Binary(token.Text, left, power);
        }

        switch (token.Text)
        {
            case "is":
                return Is(left, power);
            case "isnull":
                return SqlNode.Operation("is", left, SqlNode.Null);
            case "notnull":
                return Not(SqlNode.Operation("is", left, SqlNode.Null));
            case "not" when Current is { Kind: SqlTokenKind.Word, Text: "null" }:
                _at++;
                return Not(SqlNode.Operation("is", left, SqlNode.Null));
            case "not":
                return Current is { Kind: SqlTokenKind.Word, Text: "like" or "in" or "between" or "glob" or "regexp" or "rlike" or "match" }
                    && Infix(left, power) is { } positive ? Not(positive) : null;
            case "in":
                return In(left);
            case "between":
                return Between(left, power);
            case "like":
                return Like(left);
            case "collate":
                return Current is { Kind: SqlTokenKind.Word or SqlTokenKind.Quoted or SqlTokenKind.String }
                    ? SqlNode.Operation("collate", left, SqlNode.Atom(SqlNodeKind.Keyword, _tokens[_at++].Text.ToLowerInvariant()))
                    : null;
            case "rlike":
                return Binary("regexp", left, power);
            default:
                return Binary(token.Text, left, power);
        }
    }

    private SqlNode? Binary(string operation, SqlNode left, int power) =>
        Expression(power + 1) is { } right ? SqlNode.Operation(operation, left, right) : null;

    private static SqlNode Not(SqlNode operand) => SqlNode.Operation("not", operand);

    private SqlNode? Prefix()
    {
        if (Current is not { } token)
        {
            return null;
        }

        _at++;
        return token.Kind switch
        {
            SqlTokenKind.String => SqlNode.Atom(SqlNodeKind.String, token.Text),
            SqlTokenKind.Number => SqlNode.Atom(SqlNodeKind.Number, token.Text),
            SqlTokenKind.Binary => SqlNode.Atom(SqlNodeKind.Binary, token.Text),
            SqlTokenKind.Quoted => Name(token.Text, isQuoted: true),
            SqlTokenKind.Symbol => PrefixSymbol(token.Text),
            _ => Word(token.Text),
        };
    }

    private SqlNode? PrefixSymbol(string symbol)
    {
        switch (symbol)
        {
            case "(" when IsQueryNext:
                return Query() is { } query && AcceptSymbol(")") ? query : null;
            case "(":
                return List(")") switch
                {
                    [var single] => single,
                    { Count: > 1 } row => SqlNode.Operation("row", row),
                    _ => null,
                };
            case "-" or "+" or "~":
                return Expression(_dialect.Operators.Unary) is { } operand ? SqlNode.Operation("unary" + symbol, operand) : null;
            case "!" when _dialect.Operators.Exclamation is { } tight:
                return Expression(tight) is { } negated ? Not(negated) : null;
            default:
                return null;
        }
    }

    private SqlNode? Word(string word)
    {
        switch (word)
        {
            case "null":
                return SqlNode.Null;
            case "not":
                return Expression(_dialect.Operators.Not) is { } operand ? Not(operand) : null;
            case "true":
                return SqlNode.Number(1);
            case "false":
                return SqlNode.Number(0);
            case "case":
                return Case();
            case "cast":
                return Cast();
            case "interval":
                return Expression(0) is { } amount && Current is { Kind: SqlTokenKind.Word }
                    ? SqlNode.Operation("interval", amount, SqlNode.Atom(SqlNodeKind.Keyword, _tokens[_at++].Text))
                    : null;
            case "date" or "time" or "timestamp" when Current is { Kind: SqlTokenKind.String } literal:
                _at++;
                return SqlNode.Atom(SqlNodeKind.String, literal.Text);
            case "exists" when _allowsQueries:
                return AcceptSymbol("(") && Query() is { } query && AcceptSymbol(")") ? SqlNode.Operation("exists", query) : null;
            case "distinct" when _allowsQueries:
                return Expression(0) is { } counted ? SqlNode.Operation("distinct", counted) : null;
            case "select" or "exists" or "from" or "where" or "with" or "over" or "when" or "then" or "else" or "end" or "as":
                return null;
            default:
                return Name(word, isQuoted: false);
        }
    }

    /// <summary>A column or a call. The qualifier before a column is kept next to it, and not part of its text.</summary>
    private SqlNode? Name(string name, bool isQuoted)
    {
        string? qualifier = null;
        while (Current is { } dot && dot.IsSymbol("."))
        {
            // A name in another database is not a column of this one.
            if (qualifier is not null && !string.Equals(qualifier, _dialect.Schema, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            _at++;
            qualifier = name;
            if (_allowsQueries && AcceptSymbol("*"))
            {
                return SqlNode.Operation("star", SqlNode.Atom(SqlNodeKind.Keyword, qualifier.ToLowerInvariant()));
            }

            if (Current is not { Kind: SqlTokenKind.Word or SqlTokenKind.Quoted } part)
            {
                return null;
            }

            name = part.Text;
            isQuoted = part.Kind == SqlTokenKind.Quoted;
            _at++;
        }

        if (Current is { } open && open.IsSymbol("("))
        {
            _at++;
            return Call(name.ToLowerInvariant());
        }

        if (!isQuoted && SqlFunctions.WithoutParentheses.Contains(name))
        {
            return SqlNode.Function(name);
        }

        // Both engines find columns without regard to case.
        return new SqlNode(
            SqlNodeKind.Identifier,
            name.ToLowerInvariant(),
            qualifier is null ? [] : [SqlNode.Atom(SqlNodeKind.Keyword, qualifier.ToLowerInvariant())]);
    }

    private SqlNode? Call(string name)
    {
        if (Current is { } star && star.IsSymbol("*"))
        {
            _at++;
            return AcceptSymbol(")") ? SqlNode.Function(name, SqlNode.Atom(SqlNodeKind.Keyword, "*")) : null;
        }

        if (name == "convert")
        {
            return Convert();
        }

        return List(")") is { } arguments ? SqlNode.Function(name, arguments) : null;
    }

    /// <summary>Expressions up to the closing symbol, which is consumed; null when something else is met.</summary>
    private List<SqlNode>? List(string close)
    {
        var items = new List<SqlNode>();
        if (AcceptSymbol(close))
        {
            return items;
        }

        do
        {
            if (Expression(0) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (AcceptSymbol(","));

        return AcceptSymbol(close) ? items : null;
    }

    private bool Accept(string word)
    {
        if (Current is { } token && token.IsWord(word))
        {
            _at++;
            return true;
        }

        return false;
    }

    private bool AcceptSymbol(string symbol)
    {
        if (Current is { } token && token.IsSymbol(symbol))
        {
            _at++;
            return true;
        }

        return false;
    }
}
