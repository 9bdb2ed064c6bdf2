namespace MigrateBoth.Core.Recordings;

/// <summary>The digest of one column's values over several rows.</summary>
/// <param name="Ordered">In their order.</param>
/// <param name="Unordered">Whatever their order.</param>
sealed partial record ColumnDigest(string Ordered, string Unordered);
