namespace MigrateBoth.Sqlite.Catalog;

/// <summary>What preparing <c>SELECT *</c> from a view says.</summary>
/// <param name="Columns">The columns' names; empty when the view cannot be resolved.</param>
/// <param name="Error">SQLite's error, or null when the view is sound.</param>
internal sealed record ViewRow(IReadOnlyList<string> Columns, string? Error);
