namespace MigrateBoth.Core.Schema;

/// <summary>A view (catalogue row S-79: EF Core creates none, raw SQL does).</summary>
/// <param name="Name">The view's name.</param>
/// <param name="Columns">The names of its columns, in order; empty if the server could not resolve the view.</param>
/// <param name="Definition">The SELECT as the catalog has it.</param>
/// <param name="IsValid">Whether the server can still resolve it (catalogue row M-19: a rename leaves MySQL's views broken).</param>
public sealed record View(string Name, IReadOnlyList<string> Columns, string Definition, bool IsValid)
{
    /// <summary>What the engine keeps beside the text, by lower-case name: with whose rights the view reads.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
