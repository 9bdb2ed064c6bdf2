namespace MigrateBoth.Core.Schema;

/// <summary>A UNIQUE constraint that the catalog tells apart from a unique index.</summary>
/// <param name="Name">The constraint's name, or null where none was given.</param>
/// <param name="Columns">Columns in constraint order.</param>
public sealed record UniqueConstraint(string? Name, IReadOnlyList<string> Columns);
