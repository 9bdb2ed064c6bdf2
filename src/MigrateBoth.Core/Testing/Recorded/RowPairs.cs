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
