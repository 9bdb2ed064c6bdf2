namespace MigrateBoth.Core.Tracing.Origins;

/// <summary>A column and the declaration of the property that is mapped to it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Location">The property's line.</param>
public sealed record PropertyOrigin(string Table, string Column, SourceLocation Location);
