using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>An index, or a unique constraint seen as the index that keeps it (catalogue row S-37).</summary>
/// <param name="Name">Its name, or null where the engine made one up.</param>
/// <param name="Index">The index.</param>
/// <param name="IsConstraint">Whether the catalog calls it a constraint.</param>
internal sealed record IndexEntry(string? Name, TableIndex Index, bool IsConstraint)
{
    public static IReadOnlyList<IndexEntry> Of(Table table) =>
        [.. table.Indexes.Select(Of), .. table.UniqueConstraints.Select(Of)];

    /// <summary>The columns it is on, those in expressions aside.</summary>
    public IEnumerable<string> Columns => Index.Parts.Where(part => part.Column is not null).Select(part => part.Column!);

    /// <summary>How a finding names it.</summary>
    public string Called => Name ?? $"UNIQUE {Texts.Of([.. Columns])}";

    /// <summary>Where a finding finds it.</summary>
    public ObjectPath PathIn(Table table) => new(table.Name, Called);

    private static IndexEntry Of(TableIndex index) =>
        new(index.Name.StartsWith("sqlite_autoindex_", StringComparison.OrdinalIgnoreCase) ? null : index.Name, index, IsConstraint: false);

    private static IndexEntry Of(UniqueConstraint constraint)
    {
        var index = new TableIndex
        {
            Name = constraint.Name ?? string.Empty,
            Parts = [.. constraint.Columns.Select(column => new IndexPart { Column = column })],
            IsUnique = true,
        };
        return new IndexEntry(constraint.Name, index, IsConstraint: true);
    }
}
