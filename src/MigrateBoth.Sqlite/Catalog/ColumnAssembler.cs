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

/// <summary>
/// The declared type. PRAGMA table_xinfo copies it from the table's text with whatever is in between: comments, and the word
/// GENERATED when a comment follows it. The tokens of the text have neither.
/// </summary>
internal static class ColumnTypes
{
    public static StoreType Of(ColumnRow column, ColumnText? text) =>
        StoreTypeParser.Parse(text is null || IsQuoted(text) || IsSame(column.Type, text.Type) ? column.Type : text.Type);

    /// <summary>Whether PRAGMA and text refer to the same type.</summary>
    public static bool Agree(ColumnRow column, ColumnText text)
    {
        if (IsQuoted(text))
        {
            // SQLite takes the quotes off in ways of its own; its word is taken for it.
            return true;
        }

        var listed = SqlTokenizer.Tokenize(column.Type).Select(t => t.Text).ToList();
        var written = SqlTokenizer.Tokenize(text.Type).Select(t => t.Text).ToList();
        return listed.Take(written.Count).SequenceEqual(written, SqliteNames.Comparer)
            && listed.Skip(written.Count).All(t => SqliteNames.Fold(t) is "generated" or "always");
    }

    private static bool IsQuoted(ColumnText text) => text.Type.AsSpan().ContainsAny("\"`['");

    private static bool IsSame(string listed, string written) => SqliteNames.Comparer.Equals(WithoutSpace(listed), WithoutSpace(written));

    private static string WithoutSpace(string type) => string.Concat(type.Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>The collations that no PRAGMA tells.</summary>
internal static class Collations
{
    private const string Default = "BINARY";

    /// <summary>The collation a column compares with.</summary>
    public static string Of(CreateTableText? table, string? column) =>
        table?.Columns.FirstOrDefault(c => SqliteNames.Comparer.Equals(c.Name, column))?.Collation ?? Default;
}
