using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>
/// Tables and columns that only one side has. What is absent or differs merely because of them is noted as their consequence:
/// a missing table must not bury the report under its foreign keys.
/// </summary>
internal sealed class Absences
{
    private readonly HashSet<ObjectPath> _paths = new(ObjectPath.IgnoreCase);
    private readonly Dictionary<ObjectPath, List<string>> _consequences = new(ObjectPath.IgnoreCase);

    public void Add(Table table) => _paths.Add(new ObjectPath(table.Name));

    public void Add(Table table, Column column) => _paths.Add(new ObjectPath(table.Name, column.Name));

    /// <summary>Marks the object as a consequence when one of the columns or the principal table is absent on a side.</summary>
    public bool Explain(ObjectPath path, Table table, IEnumerable<string> columns, string? principalTable = null, IEnumerable<string>? principalColumns = null, string? called = null)
    {
        var causes = columns.Select(column => new ObjectPath(table.Name, column));
        if (principalTable is not null)
        {
            causes = [new ObjectPath(principalTable), .. causes, .. (principalColumns ?? []).Select(column => new ObjectPath(principalTable, column))];
        }

        if (causes.FirstOrDefault(_paths.Contains) is not { } cause)
        {
            return false;
        }

        Note(cause, called ?? path.ToString());
        return true;
    }

    /// <summary>Marks a consequence of a cause that is reported itself.</summary>
    public void Note(ObjectPath cause, string consequence)
    {
        if (!_consequences.TryGetValue(cause, out var list))
        {
            _consequences[cause] = list = [];
        }

        list.Add(consequence);
    }

    /// <summary>Marks the object as a consequence when its expression refers to an absent column.</summary>
    public bool Explain(ObjectPath path, Table table, string expression, Expressions.SqlDialect dialect) =>
        Explain(path, table, Expressions.SqlIdentifiers.In(expression, dialect));

    public IReadOnlyList<string> ConsequencesOf(ObjectPath path) => _consequences.GetValueOrDefault(path) ?? [];
}
