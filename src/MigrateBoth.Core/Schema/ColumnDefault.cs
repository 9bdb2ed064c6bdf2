namespace MigrateBoth.Core.Schema;

/// <summary>A column's default.</summary>
/// <param name="Kind">Whether it is a constant or computed by the server.</param>
/// <param name="Value">
/// A literal's value without quotes, introducers and escapes (<c>abc</c>, <c>1.50</c>, <c>0x0102</c> for binary);
/// for an expression its text without the outermost parentheses.
/// </param>
/// <param name="Text">The text exactly as the catalog has it.</param>
public sealed record ColumnDefault(ColumnDefaultKind Kind, string Value, string Text);
