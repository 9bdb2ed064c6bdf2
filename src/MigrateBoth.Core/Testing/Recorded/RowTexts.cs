namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Recorded rows and values as findings show them.</summary>
internal static class RowTexts
{
    private const int Shown = 3;

    /// <summary>A value without the letters that say what it is.</summary>
    public static string Value(string? encoded)
    {
        if (encoded is null)
        {
            return "NULL";
        }

        var colon = encoded.IndexOf(':', StringComparison.Ordinal);
        var text = colon is > 0 and <= 2 ? encoded[(colon + 1)..] : encoded;
        return ValueTexts.Shorten(encoded.StartsWith("s:", StringComparison.Ordinal) ? $"'{text}'" : text);
    }

    /// <summary>A row.</summary>
    public static string Row(IReadOnlyList<string?> row) => $"({string.Join(", ", row.Select(Value))})";

    /// <summary>The first rows, and how many there are.</summary>
    public static string Rows(IReadOnlyList<IReadOnlyList<string?>> rows, int count)
    {
        var noun = count == 1 ? "1 row" : $"{count} rows";
        return rows.Count == 0
            ? noun
            : ValueTexts.Shorten($"{noun}, among them {string.Join(", ", rows.Take(Shown).Select(Row))}{(rows.Count > Shown ? ", ..." : string.Empty)}");
    }
}
