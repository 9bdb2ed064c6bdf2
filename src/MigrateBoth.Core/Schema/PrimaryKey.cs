namespace MigrateBoth.Core.Schema;

/// <summary>A primary key. Its name is never compared: MySQL always calls it <c>PRIMARY</c> (catalogue row S-36).</summary>
/// <param name="Name">The constraint's name, or null where none was given.</param>
/// <param name="Columns">Key columns in key order.</param>
public sealed record PrimaryKey(string? Name, IReadOnlyList<string> Columns)
{
    /// <summary>The columns with what else is said of them, in key order; empty where nothing is.</summary>
    public IReadOnlyList<IndexPart> Parts { get; init; } = [];
}
