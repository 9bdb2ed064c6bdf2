using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scripts;
using MigrateBoth.Sqlite.SelfTest;

namespace MigrateBoth.Sqlite;

/// <summary>Writes indexes by themselves; for anything else of a table it is recreated, filled and put in the old one's place, for SQLite alters hardly anything.</summary>
public sealed class SqliteSchemaWriter : ISchemaWriter
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Begin { get; } = ["PRAGMA foreign_keys = OFF", "BEGIN"];

    /// <inheritdoc/>
    public IReadOnlyList<string> End { get; } = ["PRAGMA foreign_key_check", "COMMIT", "PRAGMA foreign_keys = ON"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Create(Table table) => SqliteTableSql.Create(table);

    /// <inheritdoc/>
    public string Drop(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"DROP TABLE {SqliteNames.Quote(table.Name)}";
    }

    /// <inheritdoc/>
    public TableScript Alter(Table wanted, Table actual, IReadOnlyList<SchemaDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(differences);
        var left = differences.Where(difference => difference.ObjectKind is not (ObjectKind.Table or ObjectKind.Column or ObjectKind.PrimaryKey or ObjectKind.Index or ObjectKind.ForeignKey or ObjectKind.Check)).ToList();
        var written = differences.Except(left).ToList();
        if (written.Count == 0)
        {
            return new TableScript([], left);
        }

        return written.All(difference => IsIndex(difference, wanted, actual))
            ? new TableScript([.. written.SelectMany(difference => Replace(difference, wanted, actual))], left)
            : Rebuild(wanted, actual, left);
    }

    /// <summary>A constraint that is UNIQUE has an index, too, but that cannot be dropped.</summary>
    private static bool IsIndex(SchemaDifference difference, Table wanted, Table actual) =>
        difference.ObjectKind == ObjectKind.Index
        && difference.Kind is DifferenceKind.MissingIndex or DifferenceKind.ExtraIndex or DifferenceKind.IndexDefinition
        && (difference.IsMissing || Find(actual, difference.Name) is not null)
        && (difference.IsExtra || Find(wanted, difference.Name) is not null);

    private static IEnumerable<string> Replace(SchemaDifference difference, Table wanted, Table actual) =>
    [
        .. Find(actual, difference.Name) is { } old ? [$"DROP INDEX {SqliteNames.Quote(old.Name)}"] : Array.Empty<string>(),
        .. Find(wanted, difference.Name) is { } index ? [SqliteTableSql.CreateIndex(wanted, index)] : Array.Empty<string>(),
    ];

    private static TableScript Rebuild(Table wanted, Table actual, IReadOnlyList<SchemaDifference> left)
    {
        var kept = wanted.Columns
            .Where(column => column.Generated is null && actual.Columns.Any(other => other.Generated is null && string.Equals(other.Name, column.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(column => SqliteNames.Quote(column.Name))
            .ToList();
        var filled = wanted with { Name = $"migrateboth_new_{wanted.Name}" };
        var columns = string.Join(", ", kept);
        return new TableScript(
            [
                SqliteTableSql.Create(filled)[0],
                .. kept.Count == 0 ? Array.Empty<string>() : [$"INSERT INTO {SqliteNames.Quote(filled.Name)} ({columns})\nSELECT {columns} FROM {SqliteNames.Quote(actual.Name)}"],
                $"DROP TABLE {SqliteNames.Quote(actual.Name)}",
                $"ALTER TABLE {SqliteNames.Quote(filled.Name)} RENAME TO {SqliteNames.Quote(wanted.Name)}",
                .. wanted.Indexes.Select(index => SqliteTableSql.CreateIndex(wanted, index)),
            ],
            left,
            $"{wanted.Name} is rebuilt: a required column without a default needs a value in the SELECT, and triggers of the table have to be created again.");
    }

    private static TableIndex? Find(Table table, string name) => table.Indexes.FirstOrDefault(index => string.Equals(index.Name, name, StringComparison.OrdinalIgnoreCase));
}
