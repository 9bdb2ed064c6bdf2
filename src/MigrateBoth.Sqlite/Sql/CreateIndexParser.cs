namespace MigrateBoth.Sqlite.Sql;

/// <summary>Parses the text of a CREATE INDEX as <c>sqlite_master</c> keeps it.</summary>
internal static class CreateIndexParser
{
    /// <exception cref="SqlSyntaxException">Something in the text is not understood.</exception>
    public static CreateIndexText Parse(string sql)
    {
        var cursor = SqlCursor.Over(sql);
        cursor.Expect("CREATE");
        cursor.Try("UNIQUE");
        cursor.Expect("INDEX");
        cursor.Try("IF", "NOT", "EXISTS");
        cursor.QualifiedName();
        cursor.Expect("ON");
        cursor.Name();
        var parts = cursor.Parentheses().SplitAtCommas().Select(ParsePart).ToList();
        if (cursor.AtEnd)
        {
            return new CreateIndexText(parts, null);
        }

        cursor.Expect("WHERE");
        return new CreateIndexText(parts, cursor.Rest().WithoutParentheses().Text);
    }

    private static IndexPartText ParsePart(SqlCursor part)
    {
        var expression = part.TryTakeOffEnd("ASC")?.Shorter ?? part.TryTakeOffEnd("DESC")?.Shorter ?? part;
        return expression.TryTakeOffEnd("COLLATE", names: 1) is { } cut
            ? new IndexPartText(cut.Shorter.WithoutParentheses().Text, cut.Last.Value)
            : new IndexPartText(expression.WithoutParentheses().Text, null);
    }
}
