using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>The two sides of one column.</summary>
/// <param name="Tables">The tables it is in.</param>
/// <param name="Left">The column in the left catalog.</param>
/// <param name="Right">The column in the right catalog.</param>
public sealed record ColumnPair(TablePair Tables, Column Left, Column Right);
