namespace MigrateBoth.Sqlite.Sql;

/// <summary>Parses the type of a column: any words up to the first constraint, then perhaps one or two numbers.</summary>
internal static class ColumnTypeParser
{
    public static string Parse(SqlCursor cursor)
    {
        var words = new List<string>();
        while (cursor.Current.IsName && !StartsConstraint(cursor))
        {
            words.Add(cursor.Next().Text);
        }

        var name = string.Join(' ', words);
        return cursor.Current.IsSymbol('(') ? $"{name}({ParseNumbers(cursor.Parentheses())})" : name;
    }

    private static string ParseNumbers(SqlCursor arguments)
    {
        var numbers = new List<string>();
        foreach (var argument in arguments.SplitAtCommas())
        {
            var sign = argument.TrySymbol('-') ? "-" : argument.TrySymbol('+') ? "+" : string.Empty;
            if (argument.Current.Kind != SqlTokenKind.Number)
            {
                throw argument.Unexpected("the number of a type was expected");
            }

            numbers.Add(sign + argument.Next().Text);
            argument.ExpectEnd();
        }

        return string.Join(',', numbers);
    }

    private static bool StartsConstraint(SqlCursor cursor) =>
        cursor.Current.Kind == SqlTokenKind.Word
        && (cursor.Current.Text.ToUpperInvariant() is "CONSTRAINT" or "PRIMARY" or "NOT" or "NULL" or "UNIQUE" or "CHECK" or "DEFAULT"
                or "COLLATE" or "REFERENCES" or "DEFERRABLE" or "AS"
            || (cursor.Current.IsWord("GENERATED") && cursor.Peek(1).IsWord("ALWAYS")));
}
