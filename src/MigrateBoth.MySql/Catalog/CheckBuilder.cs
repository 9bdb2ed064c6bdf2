using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

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
