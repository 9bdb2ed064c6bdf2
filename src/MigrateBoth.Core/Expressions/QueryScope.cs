namespace MigrateBoth.Core.Expressions;

/// <summary>The tables that a query's expressions can speak of, and those of the query around it.</summary>
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
