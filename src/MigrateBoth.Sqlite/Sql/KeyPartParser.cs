namespace MigrateBoth.Sqlite.Sql;

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
