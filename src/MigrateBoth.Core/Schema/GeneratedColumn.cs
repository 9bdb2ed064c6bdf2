namespace MigrateBoth.Core.Schema;

/// <summary>How a generated column is computed.</summary>
/// <param name="Expression">The expression as the catalog has it, without outermost parentheses.</param>
/// <param name="IsStored">Whether the value is stored (true) or computed on reading (false).</param>
public sealed record GeneratedColumn(string Expression, bool IsStored);
