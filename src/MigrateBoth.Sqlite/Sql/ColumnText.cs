using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>A column definition as it is written.</summary>
internal sealed record ColumnText
{
    public required string Name { get; init; }

    /// <summary>The type's tokens with single spaces, without comments; empty where none is declared.</summary>
    public required string Type { get; init; }

    public string? Collation { get; init; }

    public GeneratedColumn? Generated { get; init; }
}
