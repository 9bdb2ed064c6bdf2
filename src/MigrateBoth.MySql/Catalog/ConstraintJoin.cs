using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Puts the halves of constraints together that a server keeps in several tables.</summary>
internal sealed class ConstraintJoin(IReadOnlyList<ConstraintRow> rows)
{
    private readonly Dictionary<(string Table, string Name), ConstraintRow> _rules =
        rows.Where(r => r.Kind == "foreign key").ToDictionary(r => (r.Table, r.Name));

    /// <summary>
    /// MySQL's names are unique in a database, so that a name is enough. A half whose other half is missing keeps an empty table or
    /// clause: the catalog was changed while it was read.
    /// </summary>
    public IReadOnlyList<CheckRow> Checks { get; } = [.. Whole(rows), .. Halves(rows)];

    /// <summary>The columns with the actions of their key. Where an account may only read, a server can show the one and not the other.</summary>
    public IReadOnlyList<ForeignKeyRow> ForeignKeys(IReadOnlyList<ForeignKeyRow> columns, ServerFlavor flavor) => _rules.Count == 0 && flavor.HidesForeignKeysFromReaders
        ? []
        : [.. columns.Select(c => _rules.TryGetValue((c.Table, c.Name), out var rule) ? c with { OnDelete = rule.First, OnUpdate = rule.Second } : c)];

    private static IEnumerable<CheckRow> Whole(IReadOnlyList<ConstraintRow> rows) => rows
        .Where(r => r.Kind == "check")
        .Select(r => new CheckRow(r.Table, r.Name, r.First, IsEnforced: true, IsOfColumn: r.Second == "Column"));

    private static IEnumerable<CheckRow> Halves(IReadOnlyList<ConstraintRow> rows)
    {
        var tables = rows.Where(r => r.Kind == "table").ToDictionary(r => r.Name, StringComparer.Ordinal);
        foreach (var clause in rows.Where(r => r.Kind == "clause"))
        {
            tables.Remove(clause.Name, out var table);
            yield return new CheckRow(table?.Table ?? string.Empty, clause.Name, clause.First, table?.First != "NO", IsOfColumn: false);
        }

        foreach (var table in tables.Values)
        {
            yield return new CheckRow(string.Empty, table.Name, string.Empty, IsEnforced: true, IsOfColumn: false);
        }
    }
}

/// <summary>Makes the check constraints of a table of the rows of CHECK_CONSTRAINTS.</summary>
internal static class CheckBuilder
{
    public static IReadOnlyList<CheckConstraint> Build(IEnumerable<CheckRow> rows, ServerFlavor flavor) =>
    [
        .. rows.Select(row => Build(row, flavor))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .ThenBy(c => c.Expression, StringComparer.Ordinal),
    ];

    /// <summary>A check on a column has no name of its own: MariaDB calls it what the column is called.</summary>
    private static CheckConstraint Build(CheckRow row, ServerFlavor flavor) => new(
        row.IsOfColumn ? null : row.Name,
        SqlText.WithoutOuterParentheses(SqlText.Restore(row.Clause, flavor)),
        row.IsEnforced);
}

/// <summary>Makes the foreign keys of a table of the rows of KEY_COLUMN_USAGE.</summary>
internal static class ForeignKeyBuilder
{
    public static IReadOnlyList<ForeignKey> Build(IEnumerable<ForeignKeyRow> rows, string database) =>
    [
        .. rows.GroupBy(r => r.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Build([.. g.OrderBy(r => r.Position)], database)),
    ];

    private static ForeignKey Build(List<ForeignKeyRow> rows, string database)
    {
        var first = rows[0];
        return new ForeignKey
        {
            Name = first.Name,
            Columns = [.. rows.Select(r => r.Column)],
            PrincipalTable = first.PrincipalSchema == database ? first.PrincipalTable : $"{first.PrincipalSchema}.{first.PrincipalTable}",
            PrincipalColumns = [.. rows.Select(r => r.PrincipalColumn)],
            OnDelete = Action(first.OnDelete),
            OnUpdate = Action(first.OnUpdate),
        };
    }

    private static ReferentialAction Action(string? rule) => rule switch
    {
        "NO ACTION" => ReferentialAction.NoAction,
        "RESTRICT" => ReferentialAction.Restrict,
        "CASCADE" => ReferentialAction.Cascade,
        "SET NULL" => ReferentialAction.SetNull,
        "SET DEFAULT" => ReferentialAction.SetDefault,
        _ => throw new InvalidDataException($"The catalog names a referential action that does not exist: '{rule}'."),
    };
}
