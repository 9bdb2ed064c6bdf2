namespace MigrateBoth.Core.Expressions;

/// <summary>The part of the grammar that views need: SELECT with joins, grouping, order, limit and UNION.</summary>
internal sealed partial class SqlParser
{
    private static readonly SqlNode None = SqlNode.Atom(SqlNodeKind.Keyword, "none");

    private bool IsQueryNext => _allowsQueries && Current is { Kind: SqlTokenKind.Word, Text: "select" };

    /// <summary>The tree of a query, or null when the tokens are not one of the known grammar.</summary>
    public static SqlNode? ParseQuery(IReadOnlyList<SqlToken> tokens, SqlDialect dialect)
    {
        var parser = new SqlParser(tokens, dialect) { _allowsQueries = true };
        var node = parser.Query();
        parser.AcceptSymbol(";");
        return parser._at == tokens.Count ? node : null;
    }

    /// <summary>SELECT ... [UNION [ALL] SELECT ...] [ORDER BY ...] [LIMIT ...].</summary>
    private SqlNode? Query()
    {
        if (Select() is not { } first)
        {
            return null;
        }

        var parts = new List<SqlNode> { first };
        while (Accept("union"))
        {
            parts.Add(SqlNode.Atom(SqlNodeKind.Keyword, Accept("all") ? "union all" : "union"));
            if (Select() is not { } next)
            {
                return null;
            }

            parts.Add(next);
        }

        if (Order() is not { } order || Limit() is not { } limit)
        {
            return null;
        }

        return SqlNode.Operation("query", [order, limit, .. parts]);
    }

    private SqlNode? Select()
    {
        if (!Accept("select"))
        {
            return null;
        }

        var distinct = Accept("distinct") ? SqlNode.Atom(SqlNodeKind.Keyword, "distinct") : None;
        if (Items() is not { } items)
        {
            return null;
        }

        var from = Accept("from") ? From() : None;
        var where = Clause("where");
        var group = Accept("group") ? Accept("by") ? Group() : null : None;
        var having = Clause("having");
        return from is null || where is null || group is null || having is null
            ? null
            : SqlNode.Operation("select", distinct, items, from, where, group, having);
    }

    private SqlNode? Items()
    {
        var items = new List<SqlNode>();
        do
        {
            if (Item() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (AcceptSymbol(","));

        return SqlNode.Operation("items", items);
    }

    private SqlNode? Item()
    {
        if (AcceptSymbol("*"))
        {
            return SqlNode.Operation("item", SqlNode.Operation("star", None), None);
        }

        return Expression(0) is { } value ? SqlNode.Operation("item", value, Alias() ?? None) : null;
    }

    /// <summary>A name with or without AS; null when none follows.</summary>
    private SqlNode? Alias()
    {
        var isAnnounced = Accept("as");
        return Current is { Kind: SqlTokenKind.Word or SqlTokenKind.Quoted } token && (isAnnounced || token.Kind == SqlTokenKind.Quoted || !IsClauseWord(token.Text))
            ? Keyword(_tokens[_at++].Text)
            : null;
    }

    private static bool IsClauseWord(string word) => word is "from" or "where" or "group" or "having" or "order" or "limit" or "union" or "on" or "using"
        or "join" or "inner" or "left" or "right" or "full" or "cross" or "natural" or "offset" or "except" or "intersect" or "window" or "for";

    private SqlNode? From()
    {
        var left = Source();
        while (left is not null)
        {
            var kind = JoinKind();
            if (kind is null)
            {
                return left;
            }

            if (kind.Length == 0 || Source() is not { } right)
            {
                return null;
            }

            var condition = Accept("on") ? Expression(0) : None;
            left = condition is null ? null : SqlNode.Operation(kind, left, right, condition);
        }

        return null;
    }

    /// <summary>The kind of the join that follows; null when none does, empty when it is one that is not understood.</summary>
    private string? JoinKind()
    {
        if (AcceptSymbol(","))
        {
            return "join";
        }

        if (Accept("left"))
        {
            Accept("outer");
            return Accept("join") ? "left join" : string.Empty;
        }

        if (Current is { Kind: SqlTokenKind.Word, Text: "natural" or "right" or "full" })
        {
            return string.Empty;
        }

        var isPrefixed = Accept("inner") || Accept("cross");
        return Accept("join") ? "join" : isPrefixed ? string.Empty : null;
    }

    private SqlNode? Source()
    {
        if (AcceptSymbol("("))
        {
            if (IsQueryNext)
            {
                return Query() is { } query && AcceptSymbol(")") && Alias() is { } name ? SqlNode.Operation("derived", query, name) : null;
            }

            return From() is { } nested && AcceptSymbol(")") ? nested : null;
        }

        if (Current is not { Kind: SqlTokenKind.Word or SqlTokenKind.Quoted } table)
        {
            return null;
        }

        _at++;
        var last = table.Text;
        if (AcceptSymbol("."))
        {
            // What is in another database is none of the tables that can be looked up.
            if (!string.Equals(last, _dialect.Schema, StringComparison.OrdinalIgnoreCase) || Current is not { Kind: SqlTokenKind.Word or SqlTokenKind.Quoted } named)
            {
                return null;
            }

            last = named.Text;
            _at++;
        }

        return SqlNode.Operation("table", Keyword(last), Alias() ?? Keyword(last));
    }

    private SqlNode? Clause(string word) => Accept(word) ? Expression(0) : None;

    private SqlNode? Group()
    {
        var keys = new List<SqlNode>();
        do
        {
            if (Expression(0) is not { } key)
            {
                return null;
            }

            keys.Add(key);
        }
        while (AcceptSymbol(","));

        return SqlNode.Operation("group", keys);
    }

    private SqlNode? Order()
    {
        if (!Accept("order"))
        {
            return None;
        }

        var keys = new List<SqlNode>();
        do
        {
            if ((keys.Count == 0 && !Accept("by")) || Expression(0) is not { } key)
            {
                return null;
            }

            keys.Add(Accept("desc") ? SqlNode.Operation("desc", key) : key);
            Accept("asc");
        }
        while (AcceptSymbol(","));

        return SqlNode.Operation("order", keys);
    }

    /// <summary>LIMIT 10 OFFSET 5 is LIMIT 5, 10.</summary>
    private SqlNode? Limit()
    {
        if (!Accept("limit"))
        {
            return None;
        }

        if (Expression(0) is not { } first)
        {
            return null;
        }

        if (AcceptSymbol(","))
        {
            return Expression(0) is { } count ? SqlNode.Operation("limit", count, first) : null;
        }

        if (Accept("offset"))
        {
            return Expression(0) is { } offset ? SqlNode.Operation("limit", first, offset) : null;
        }

        return SqlNode.Operation("limit", first);
    }

    private static SqlNode Keyword(string text) => SqlNode.Atom(SqlNodeKind.Keyword, text.ToLowerInvariant());
}
