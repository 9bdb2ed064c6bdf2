using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Finds which row of one engine is which of the other although they differ.</summary>
internal static class RowPairs
{
    /// <summary>The pairs; null where nothing says that they are the same rows.</summary>
    /// <param name="sqlite">The indexes of the rows that only SQLite has.</param>
    /// <param name="mySql">The indexes of the rows that only MySQL has; as many.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rowCount">How many rows each result has in all.</param>
    /// <param name="isOrdered">Whether the query asks for an order.</param>
    public static IReadOnlyList<(int Sqlite, int MySql)>? Find(
        IReadOnlyList<int> sqlite, IReadOnlyList<int> mySql, IReadOnlyList<ColumnPairing> columns, int rowCount, bool isOrdered)
    {
        // The n-th row is the n-th row where everything around it agrees: one row in all, or the same places left over.
        var isInPlace = sqlite.SequenceEqual(mySql);
        return isInPlace && (rowCount == 1 || (columns.Count > 1 || isOrdered))
            ? [.. sqlite.Zip(mySql)]
            : null;
    }
}

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

    /// <summary>Formats a row for messages.</summary>
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

/// <summary>A result's column on both engines.</summary>
/// <param name="Name">Its name in the result.</param>
/// <param name="Origin">The column of the model it shows, from whichever engine tells.</param>
/// <param name="Role">Where its values come from, from whichever engine knows more.</param>
internal sealed record ColumnPairing(string Name, string? Origin, ColumnRole Role)
{
    public static IReadOnlyList<ColumnPairing> Of(RecordedCommand sqlite, RecordedCommand mySql) =>
        [.. sqlite.Columns.Zip(mySql.Columns, (left, right) => new ColumnPairing(
            left.Name,
            left.Origin ?? right.Origin,
            left.Role != ColumnRole.Value ? left.Role : right.Role))];
}
