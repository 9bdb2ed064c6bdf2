namespace MigrateBoth.Core.Tracing.Origins;

/// <summary>Where one engine's migrations and model are written. Files are absolute paths, and what is on the disk is what was compiled.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Migrations">The migrations in the order in which they are applied.</param>
/// <param name="Properties">Mapped properties that are declared in sources that are there.</param>
public sealed record EngineOrigins(Engine Engine, IReadOnlyList<MigrationOrigin> Migrations, IReadOnlyList<PropertyOrigin> Properties);

/// <summary>A migration and where it is written.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Up">The line that declares <c>Up</c>, or null when the sources cannot be determined for certain.</param>
/// <param name="Operations">What <c>Up</c> does, in order.</param>
public sealed record MigrationOrigin(string Id, SourceLocation? Up, IReadOnlyList<OperationOrigin> Operations);

/// <summary>One operation of a migration, and the call in the sources that it comes from.</summary>
public sealed record OperationOrigin
{
    /// <summary>The operation's class without the suffix, such as <c>AddColumn</c>, <c>CreateTable</c>, <c>Sql</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A line for people, such as <c>add column Orders.Note</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>The table it works on, or null.</summary>
    public string? Table { get; init; }

    /// <summary>The object it works on: a column, index, constraint; or null.</summary>
    public string? Name { get; init; }

    /// <summary>The name that a renaming gives, or null.</summary>
    public string? NewName { get; init; }

    /// <summary>The text of raw SQL, or null.</summary>
    public string? Sql { get; init; }

    /// <summary>The call's place, or null when it cannot be determined for certain.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What <c>CreateTable</c> makes beside the table.</summary>
    public IReadOnlyList<OperationPart> Parts { get; init; } = [];
}

/// <summary>Something that <c>CreateTable</c> makes with the table.</summary>
/// <param name="Kind">A column, primary key, index (for a unique constraint), foreign key or check.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">Its line within the call, or the call's where it cannot be distinguished.</param>
public sealed record OperationPart(ObjectKind Kind, string Name, SourceLocation? Location);

/// <summary>A column and the declaration of the property that is mapped to it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Location">The property's line.</param>
public sealed record PropertyOrigin(string Table, string Column, SourceLocation Location);
