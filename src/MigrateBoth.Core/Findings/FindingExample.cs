namespace MigrateBoth.Core.Findings;

/// <summary>A worked example of a finding about behaviour.</summary>
/// <param name="Linq">What the probe ran, as C#.</param>
/// <param name="Input">What it asked or wrote, or null.</param>
/// <param name="Sqlite">SQLite's half.</param>
/// <param name="MySql">MySQL's half.</param>
/// <param name="Recipe">What became of the recipe in the same run, or null where none is known.</param>
public sealed record FindingExample(string Linq, string? Input, FindingExampleSide Sqlite, FindingExampleSide MySql, string? Recipe = null);

/// <summary>One engine's half of an example.</summary>
/// <param name="Sql">The SQL that EF Core made of it, or null where there is none.</param>
/// <param name="Result">The rows, or the error.</param>
public sealed record FindingExampleSide(string? Sql, string Result);
