namespace MigrateBoth.Core.Expressions;

/// <summary>The tables that a query's expressions can refer to, and those of the query around it.</summary>
internal sealed class QueryScope(QueryScope? outer)
{
    private readonly List<(string Alias, string Label, IReadOnlyList<string> Columns)> _sources = [];

    /// <summary>The columns of every source, each under its label.</summary>
    public IEnumerable<SqlNode> Star(string? alias) =>
        from source in _sources
        where alias is null || source.Alias == alias
        from column in source.Columns
        select Column(source.Label, column);

    public void Add(string alias, string label, IReadOnlyList<string> columns) => _sources.Add((alias, label, columns));

    /// <summary>The column with the label of the one source that has it; null when none or several have.</summary>
    public SqlNode? Resolve(string? qualifier, string column)
    {
        var owners = _sources
            .Where(source => (qualifier is null || source.Alias == qualifier) && source.Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
            .ToList();
        return owners.Count switch
        {
            1 => Column(owners[0].Label, column),
            0 => outer?.Resolve(qualifier, column),
            _ => null,
        };
    }

    private static SqlNode Column(string label, string column) =>
        SqlNode.Atom(SqlNodeKind.Identifier, $"{label}.{column.ToLowerInvariant()}");
}

/// <summary>
/// Rewrites a query so that every column names its source by position: <c>Total</c>, <c>o.Total</c> and <c>Orders.Total</c> become one,
/// while columns of two tables stay apart.
/// </summary>
/// <param name="columnsOf">The columns of a table or view in their order, or null when there is none of that name.</param>
internal sealed class QueryResolver(Func<string, IReadOnlyList<string>?> columnsOf)
{
    private int _sources;

    /// <summary>The rewritten query, or null when a name could not be resolved.</summary>
    public SqlNode? Resolve(SqlNode query) => Query(query, outer: null);

    private SqlNode? Query(SqlNode query, QueryScope? outer)
    {
        var parts = new List<SqlNode>();
        QueryScope? last = null;
        SqlNode? lastItems = null;
        foreach (var part in query.Arguments.Skip(2))
        {
            if (!part.IsOperation("select"))
            {
                parts.Add(part);
                continue;
            }

            last = new QueryScope(outer);
            if (Select(part, last, out lastItems) is not { } select)
            {
                return null;
            }

            parts.Add(select);
        }

        // Several SELECTs share one order by the names of the first; their sources do not matter then.
        if (Order(query.Arguments[0], last!, lastItems!, parts.Count > 1) is not { } order)
        {
            return null;
        }

        return query with { Arguments = [order, query.Arguments[1], .. parts] };
    }

    private SqlNode? Select(SqlNode select, QueryScope scope, out SqlNode? named)
    {
        named = null;
        var (distinct, items, tables, where, group, having) =
            (select.Arguments[0], select.Arguments[1], select.Arguments[2], select.Arguments[3], select.Arguments[4], select.Arguments[5]);
        if (From(tables, scope) is not { } sources || Items(items, scope) is not { } values)
        {
            return null;
        }

        named = values;
        var rest = new[] { Expression(where, scope), Named(group, scope, values, aliasFirst: false), Named(having, scope, values, aliasFirst: false) };
        return rest.Contains(null)
            ? null
            : select with { Arguments = [distinct, values with { Arguments = [.. values.Arguments.Select(item => item.Arguments[0])] }, sources, .. rest!] };
    }

    private SqlNode? From(SqlNode tables, QueryScope scope)
    {
        switch (tables.Text)
        {
            case "none":
                return tables;
            case "table":
                if (columnsOf(tables.Arguments[0].Text) is not { } columns)
                {
                    return null;
                }

                scope.Add(tables.Arguments[1].Text, $"s{_sources++}", columns);
                return SqlNode.Operation("table", tables.Arguments[0]);
            case "derived":
                if (Query(tables.Arguments[0], outer: null) is not { } query || Columns(tables.Arguments[0]) is not { } names)
                {
                    return null;
                }

                scope.Add(tables.Arguments[1].Text, $"s{_sources++}", names);
                return SqlNode.Operation("derived", query);
            default:
                return From(tables.Arguments[0], scope) is { } left
                    && From(tables.Arguments[1], scope) is { } right
                    && Expression(tables.Arguments[2], scope) is { } condition
                    ? tables with { Arguments = [left, right, condition] }
                    : null;
        }
    }

    /// <summary>The names of a derived table's columns; null when one has none.</summary>
    private static List<string>? Columns(SqlNode query)
    {
        var names = query.Arguments[2].Arguments[1].Arguments.Select(NameOf).ToList();
        return names.Contains(null) ? null : [.. names.OfType<string>()];
    }

    private static string? NameOf(SqlNode item) =>
        item.Arguments[1].Text != "none" ? item.Arguments[1].Text
        : item.Arguments[0].Kind == SqlNodeKind.Identifier ? item.Arguments[0].Text
        : null;

    private SqlNode? Items(SqlNode items, QueryScope scope)
    {
        var resolved = new List<SqlNode>();
        foreach (var item in items.Arguments)
        {
            if (item.Arguments[0].IsOperation("star"))
            {
                var alias = item.Arguments[0].Arguments[0].Text;
                resolved.AddRange(scope.Star(alias == "none" ? null : alias).Select(column => item with { Arguments = [column, item.Arguments[1]] }));
            }
            else if (Expression(item.Arguments[0], scope) is { } value)
            {
                resolved.Add(item with { Arguments = [value, SqlNode.Atom(SqlNodeKind.Keyword, NameOf(item) ?? "none")] });
            }
            else
            {
                return null;
            }
        }

        return items with { Arguments = resolved };
    }

    private SqlNode? Expression(SqlNode node, QueryScope scope)
    {
        if (node.Kind == SqlNodeKind.Identifier)
        {
            return scope.Resolve(node.Arguments is [var qualifier] ? qualifier.Text : null, node.Text);
        }

        if (node.IsQuery)
        {
            return Query(node, scope);
        }

        var arguments = node.Arguments.Select(argument => Expression(argument, scope)).ToList();
        return arguments.Contains(null) ? null : node with { Arguments = arguments! };
    }

    /// <summary>
    /// As an expression, in which a name can also represent a column of the result. Where it represents two things and the engines do not
    /// agree on which comes first, nothing is resolved.
    /// </summary>
    private SqlNode? Named(SqlNode node, QueryScope scope, SqlNode items, bool aliasFirst)
    {
        if (node is { Kind: SqlNodeKind.Identifier, Arguments: [] }
            && items.Arguments.FirstOrDefault(item => item.Arguments[1].Text == node.Text)?.Arguments[0] is { } named)
        {
            return aliasFirst || scope.Resolve(null, node.Text) is not { } column || column.ToString() == named.ToString() ? named : null;
        }

        if (node.Kind == SqlNodeKind.Identifier || node.IsQuery)
        {
            return Expression(node, scope);
        }

        var arguments = node.Arguments.Select(argument => Named(argument, scope, items, aliasFirst)).ToList();
        return arguments.Contains(null) ? null : node with { Arguments = arguments! };
    }

    private SqlNode? Order(SqlNode order, QueryScope scope, SqlNode items, bool isUnion)
    {
        if (!order.IsOperation("order"))
        {
            return order;
        }

        var keys = order.Arguments.Select(key => isUnion ? Position(key, items) : Ordinal(key, items) ?? Named(key, scope, items, aliasFirst: true)).ToList();
        return keys.Contains(null) ? null : order with { Arguments = keys! };
    }

    /// <summary>ORDER BY 1 is by the first column of the result.</summary>
    private static SqlNode? Ordinal(SqlNode key, SqlNode items)
    {
        var isDescending = key.IsOperation("desc");
        var position = isDescending ? key.Arguments[0] : key;
        if (position.Kind != SqlNodeKind.Number || !int.TryParse(position.Text, out var ordinal) || ordinal < 1 || ordinal > items.Arguments.Count)
        {
            return null;
        }

        var value = items.Arguments[ordinal - 1].Arguments[0];
        return isDescending ? SqlNode.Operation("desc", value) : value;
    }

    private static SqlNode? Position(SqlNode key, SqlNode items)
    {
        var isDescending = key.IsOperation("desc");
        var name = isDescending ? key.Arguments[0] : key;
        var position = items.Arguments.ToList().FindIndex(item => item.Arguments[1].Text == name.Text) + 1;
        var value = name.Kind == SqlNodeKind.Number ? name : position > 0 ? SqlNode.Number(position) : null;
        return value is null || !isDescending ? value : SqlNode.Operation("desc", value);
    }
}
