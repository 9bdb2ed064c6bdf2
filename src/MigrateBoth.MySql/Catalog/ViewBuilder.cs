using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Makes a view. Whether it still resolves is said by TABLES: in its comment, and by listing no columns (catalogue row M-19).</summary>
internal static class ViewBuilder
{
    public static View Build(TableRow table, IEnumerable<ColumnRow> columns, ViewRow? definition, DatabaseRow database)
    {
        var names = columns.OrderBy(c => c.Ordinal).Select(c => c.Name).ToList();
        var isValid = table.Comment == "VIEW" && names.Count > 0;
        return new View(table.Name, isValid ? names : [], Definition(definition, database.Name), isValid) { Attributes = ObjectBuilder.Attributes(definition, database.Account) };
    }

    private static string Definition(ViewRow? row, string database)
    {
        if (row is null)
        {
            return string.Empty;
        }

        var select = SqlText.Unqualify(row.Definition, database);
        return row.CheckOption is "" or "NONE" ? select : $"{select} with {row.CheckOption.ToLowerInvariant()} check option";
    }
}
