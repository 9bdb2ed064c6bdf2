namespace MigrateBoth.Sqlite.Sql;

/// <summary>A PRIMARY KEY or UNIQUE constraint.</summary>
/// <param name="Name">The constraint's name, or null.</param>
/// <param name="Parts">Its columns in key order.</param>
/// <param name="IsAutoincrement">Whether the word AUTOINCREMENT stands in it.</param>
internal sealed record KeyText(string? Name, IReadOnlyList<KeyPartText> Parts, bool IsAutoincrement = false);
