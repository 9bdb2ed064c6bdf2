using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>A foreign key as it is written.</summary>
internal sealed record ForeignKeyText
{
    public string? Name { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required string PrincipalTable { get; init; }

    /// <summary>Empty where the text leaves them out and means the primary key.</summary>
    public required IReadOnlyList<string> PrincipalColumns { get; init; }

    public ReferentialAction OnDelete { get; init; }

    public ReferentialAction OnUpdate { get; init; }

    public bool IsDeferred { get; init; }
}
