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

/// <summary>Finds the SELECT of a CREATE VIEW.</summary>
internal static class CreateViewParser
{
    /// <exception cref="SqlSyntaxException">Something in front of the SELECT is not understood.</exception>
    public static string ParseSelect(string sql)
    {
        var cursor = SqlCursor.Over(sql);
        cursor.Expect("CREATE");
        _ = cursor.Try("TEMP") || cursor.Try("TEMPORARY");
        cursor.Expect("VIEW");
        cursor.Try("IF", "NOT", "EXISTS");
        cursor.QualifiedName();
        if (cursor.Current.IsSymbol('('))
        {
            cursor.Parentheses();
        }

        cursor.Expect("AS");
        return cursor.Rest().Text;
    }
}

/// <summary>Parses the column list of a PRIMARY KEY, UNIQUE or FOREIGN KEY constraint.</summary>
internal static class KeyPartParser
{
    public static IReadOnlyList<KeyPartText> ParseAll(SqlCursor list) => [.. list.SplitAtCommas().Select(Parse)];

    /// <summary>A direction is dropped: it changes neither what a key is nor what it refuses.</summary>
    private static KeyPartText Parse(SqlCursor part)
    {
        var column = part.TryTakeOffEnd("ASC")?.Shorter ?? part.TryTakeOffEnd("DESC")?.Shorter ?? part;
        column = column.WithoutParentheses();
        string? collation = null;
        if (column.TryTakeOffEnd("COLLATE", names: 1) is { } cut)
        {
            collation = cut.Last.Value;
            column = cut.Shorter.WithoutParentheses();
        }

        var name = column.Name();
        column.ExpectEnd();
        return new KeyPartText(name, collation);
    }
}
