namespace MigrateBoth.Sqlite.Sql;

/// <summary>A column in a key.</summary>
/// <param name="Column">Its name as it is written.</param>
/// <param name="Collation">The collation written out for the part, or null.</param>
internal sealed record KeyPartText(string Column, string? Collation);
