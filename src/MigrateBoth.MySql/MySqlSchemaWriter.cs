using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scripts;
using MigrateBoth.MySql.SelfTest;

namespace MigrateBoth.MySql;

/// <summary>Writes ALTER TABLE statements.</summary>
public sealed class MySqlSchemaWriter : ISchemaWriter
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Begin { get; } = ["SET FOREIGN_KEY_CHECKS = 0"];

    /// <inheritdoc/>
    public IReadOnlyList<string> End { get; } = ["SET FOREIGN_KEY_CHECKS = 1"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Create(Table table) => [MySqlTableSql.Create(table)];

    /// <inheritdoc/>
    public string Drop(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"DROP TABLE {MySqlTableSql.Quote(table.Name)}";
    }

    /// <inheritdoc/>
    public TableScript Alter(Table wanted, Table actual, IReadOnlyList<SchemaDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(differences);
        var (changes, left) = (Along(actual, wanted, differences, isAdded: false), new List<SchemaDifference>());
        foreach (var difference in differences)
        {
            var found = Changes(wanted, actual, difference).ToList();
            changes.AddRange(found);
            if (found.Count == 0)
            {
                left.Add(difference);
            }
        }

        changes.AddRange(Along(wanted, actual, differences, isAdded: true));

        // Several attributes of one column are one change.
        return new TableScript([.. changes.Distinct(StringComparer.Ordinal).Select(change => $"ALTER TABLE {MySqlTableSql.Quote(actual.Name)} {change}")], left);
    }

    /// <summary>
    /// What comes or goes with a column and is reported with it, not on its own: MySQL drops no column that a check or foreign key needs, and a new column
    /// brings none of them along.
    /// </summary>
    private static List<string> Along(Table having, Table lacking, IReadOnlyList<SchemaDifference> differences, bool isAdded)
    {
        if (differences.All(difference => difference.Consequences.Count == 0))
        {
            return [];
        }

        bool IsOpen(ObjectKind kind, string? name) => name is not null && !differences.Any(difference => difference.ObjectKind == kind && Same(difference.Name, name));
        var keys = having.ForeignKeys.Where(key => IsOpen(ObjectKind.ForeignKey, key.Name) && !lacking.ForeignKeys.Any(other => Same(other.Name, key.Name!)));
        var checks = having.Checks.Where(check => IsOpen(ObjectKind.Check, check.Name) && !lacking.Checks.Any(other => Same(other.Name, check.Name!)));
        var indexes = having.Indexes.Where(index => IsOpen(ObjectKind.Index, index.Name) && !lacking.Indexes.Any(other => Same(other.Name, index.Name)));

        // A foreign key needs its index before and after.
        return isAdded
            ? [.. indexes.Select(index => $"ADD {MySqlTableSql.Index(index)}"), .. keys.Select(key => $"ADD {MySqlTableSql.ForeignKey(key)}"), .. checks.Select(check => $"ADD {MySqlTableSql.Check(check)}")]
            : [.. keys.Select(key => $"DROP FOREIGN KEY {MySqlTableSql.Quote(key.Name!)}"), .. checks.Select(check => $"DROP CONSTRAINT {MySqlTableSql.Quote(check.Name!)}"), .. indexes.Select(index => $"DROP INDEX {MySqlTableSql.Quote(index.Name)}")];
    }

    private static IEnumerable<string> Changes(Table wanted, Table actual, SchemaDifference difference) => difference.ObjectKind switch
    {
        ObjectKind.Column => Column(wanted, actual, difference),
        ObjectKind.PrimaryKey =>
        [
            // In one statement: a column that counts up has to be in a key all the time.
            string.Join(", ", (string[])
            [
                .. actual.PrimaryKey is null ? Array.Empty<string>() : ["DROP PRIMARY KEY"],
                .. wanted.PrimaryKey is { } key ? [$"ADD {MySqlTableSql.PrimaryKey(key)}"] : Array.Empty<string>(),
            ]),
        ],
        ObjectKind.Index when difference.Kind == DifferenceKind.ObjectName => [$"RENAME INDEX {MySqlTableSql.Quote(difference.Right!)} TO {MySqlTableSql.Quote(difference.Left!)}"],
        // In one statement, too: a foreign key may need the index.
        ObjectKind.Index => InOne(Replaced(
            difference,
            actual.Indexes.Where(index => Same(index.Name, difference.Name)).Select(index => $"DROP INDEX {MySqlTableSql.Quote(index.Name)}"),
            wanted.Indexes.Where(index => Same(index.Name, difference.Name)).Select(index => $"ADD {MySqlTableSql.Index(index)}"))),
        ObjectKind.ForeignKey when difference.Kind != DifferenceKind.ObjectName => Replaced(
            difference,
            actual.ForeignKeys.Where(key => Same(key.Name, difference.Name)).Select(key => $"DROP FOREIGN KEY {MySqlTableSql.Quote(key.Name!)}"),
            wanted.ForeignKeys.Where(key => Same(key.Name, difference.Name)).Select(key => $"ADD {MySqlTableSql.ForeignKey(key)}")),
        ObjectKind.Check when difference.Kind != DifferenceKind.ObjectName => Replaced(
            difference,
            actual.Checks.Where(check => Same(check.Name, difference.Name)).Select(check => $"DROP CONSTRAINT {MySqlTableSql.Quote(check.Name!)}"),
            wanted.Checks.Where(check => Same(check.Name, difference.Name)).Select(check => $"ADD {MySqlTableSql.Check(check)}")),
        _ => [],
    };

    private static IEnumerable<string> Column(Table wanted, Table actual, SchemaDifference difference)
    {
        var (to, from) = (Find(wanted, difference.Name), Find(actual, difference.Name));
        return (to, from) switch
        {
            ({ } column, null) => [$"ADD COLUMN {MySqlTableSql.Column(column)}"],
            (null, { } column) => [$"DROP COLUMN {MySqlTableSql.Quote(column.Name)}"],
            ({ } column, { } old) when column.Name != old.Name => [$"CHANGE COLUMN {MySqlTableSql.Quote(old.Name)} {MySqlTableSql.Column(column)}"],
            ({ } column, not null) => [$"MODIFY COLUMN {MySqlTableSql.Column(column)}"],
            _ => [],
        };
    }

    /// <summary>What differs is dropped and added; what is not found on the side that has it cannot be written.</summary>
    private static List<string> Replaced(SchemaDifference difference, IEnumerable<string> drop, IEnumerable<string> add)
    {
        var (dropped, added) = (drop.ToList(), add.ToList());
        return (difference.IsMissing || dropped.Count > 0) && (difference.IsExtra || added.Count > 0) ? [.. dropped, .. added] : [];
    }

    private static List<string> InOne(List<string> changes) => changes.Count < 2 ? changes : [string.Join(", ", changes)];

    private static Column? Find(Table table, string name) => table.Columns.FirstOrDefault(column => Same(column.Name, name));

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
