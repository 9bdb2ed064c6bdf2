using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>The two sides of one table.</summary>
/// <param name="LeftSchema">The left catalog.</param>
/// <param name="RightSchema">The right catalog.</param>
/// <param name="Left">The table in the left catalog.</param>
/// <param name="Right">The table in the right catalog.</param>
public sealed record TablePair(DatabaseSchema LeftSchema, DatabaseSchema RightSchema, Table Left, Table Right);
