namespace MigrateBoth.Core.Recordings;

/// <summary>
/// What is kept of rows that are not: digests over the encoded values, so that a difference among them is noticed though it cannot be shown.
/// </summary>
/// <param name="Count">How many rows it stands for.</param>
/// <param name="Ordered">Digest of the rows in their order, without columns whose role is a generated key or a reference to one.</param>
/// <param name="Unordered">The same whatever the rows' order.</param>
/// <param name="Columns">A digest per column.</param>
sealed partial record RowsDigest(int Count, string Ordered, string Unordered, IReadOnlyList<ColumnDigest> Columns);
