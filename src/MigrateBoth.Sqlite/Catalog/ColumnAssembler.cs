using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Makes one column.</summary>
internal static class ColumnAssembler
{
    public static Column Assemble(ObjectRow table, ColumnRow column, ColumnText? text, bool isIdentity, List<UnreadObject> unread) => new()
    {
        Name = column.Name,
        Ordinal = column.Position + 1,
        Type = ColumnTypes.Of(column, text),

        // The truth about a key column that was declared without NOT NULL: SQLite lets NULL into it.
        IsNullable = !column.IsNotNull,
        Default = Default(table, column, unread),
        Generated = text?.Generated,
        IsIdentity = isIdentity,
        Collation = text?.Collation,
        IsInvisible = column.Hidden == 1,
    };

    private static ColumnDefault? Default(ObjectRow table, ColumnRow column, List<UnreadObject> unread)
    {
        try
        {
            return DefaultParser.Parse(column.Default);
        }
        catch (SqlSyntaxException e)
        {
            unread.Add(new UnreadObject("default", new ObjectPath(table.Name, column.Name), column.Default ?? string.Empty, $"It is not understood: {e.Message}."));
            return null;
        }
    }
}
