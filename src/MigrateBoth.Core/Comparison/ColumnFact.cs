using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>One thing that is compared about a column.</summary>
/// <param name="Kind">What a difference is called.</param>
/// <param name="Judge">Holds both sides against each other.</param>
/// <param name="Show">What the server says of it; null when it has nothing of the kind.</param>
public sealed record ColumnFact(DifferenceKind Kind, Func<ColumnPair, Judgement> Judge, Func<Column, string?> Show);
