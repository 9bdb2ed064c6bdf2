namespace MigrateBoth.Core.Model;

/// <summary>A table as the model maps it.</summary>
public sealed record ModelTable
{
    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>The table's schema, or null (catalogue row S-76: neither engine has one).</summary>
    public string? Schema { get; init; }

    /// <summary>Display names of the entity types stored in it.</summary>
    public IReadOnlyList<string> EntityTypes { get; init; } = [];

    /// <summary>Columns by name.</summary>
    public IReadOnlyList<ModelColumn> Columns { get; init; } = [];

    /// <summary>Check constraints: name and SQL as the model has them.</summary>
    public IReadOnlyList<ModelCheck> Checks { get; init; } = [];

    /// <summary>Triggers that the model says the table has (<c>HasTrigger</c>), by name.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>Whether migrations leave the table alone.</summary>
    public bool IsExcludedFromMigrations { get; init; }
}
