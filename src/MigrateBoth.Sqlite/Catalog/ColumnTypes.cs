using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>
/// The declared type. PRAGMA table_xinfo copies it from the table's text with whatever stands in between: comments, and the word
/// GENERATED when a comment follows it. The tokens of the text have neither.
/// </summary>
internal static class ColumnTypes
{
    public static StoreType Of(ColumnRow column, ColumnText? text) =>
        StoreTypeParser.Parse(text is null || IsQuoted(text) || IsSame(column.Type, text.Type) ? column.Type : text.Type);

    /// <summary>Whether PRAGMA and text speak of the same type.</summary>
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
