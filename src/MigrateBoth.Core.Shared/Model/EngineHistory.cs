namespace MigrateBoth.Core.Model;

/// <summary>The migrations of one engine, without what they do.</summary>
/// <param name="Engine">The engine the context was made for.</param>
/// <param name="ContextType">The full name of the context type.</param>
/// <param name="Migrations">All of them, in the order in which EF Core applies them.</param>
public sealed record EngineHistory(Engine Engine, string ContextType, IReadOnlyList<MigrationDescription> Migrations)
{
    /// <inheritdoc cref="EngineModel.ObtainedBy"/>
    public string ObtainedBy { get; init; } = string.Empty;

    /// <inheritdoc cref="EngineModel.MissingOptions"/>
    public string? MissingOptions { get; init; }

    /// <summary>Whether the application made the context with options of its own; false where the tool made the options.</summary>
    public bool IsMadeByApplication { get; init; } = true;

    /// <inheritdoc cref="EngineModel.MigrationsAssembly"/>
    public string? MigrationsAssembly { get; init; }
}

/// <summary>One migration of one side.</summary>
public sealed record MigrationDescription
{
    /// <summary>The id, such as <c>20261122170000_Init</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id without its time stamp, such as <c>Init</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The full name of the migration class.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether a Designer file gives the model as it was after this migration.</summary>
    public required bool HasTargetModel { get; init; }
}

/// <summary>What one migration of one side does, in both directions, and the model it ends at.</summary>
public sealed record MigrationContent
{
    /// <summary>The migration's id.</summary>
    public required string Id { get; init; }

    /// <summary>What <c>Up</c> does.</summary>
    public required IReadOnlyList<OperationDescription> Up { get; init; }

    /// <summary>What <c>Down</c> does.</summary>
    public IReadOnlyList<OperationDescription> Down { get; init; } = [];

    /// <summary>Whether <c>Down</c> is written at all. EF Core's own throws.</summary>
    public bool HasDown { get; init; } = true;

    /// <summary>What <c>Down</c> threw, or null.</summary>
    public string? DownFailure { get; init; }

    /// <summary>The tables of the model as it was after this migration; empty when the Designer file is missing.</summary>
    public IReadOnlyList<ModelTable> Tables { get; init; } = [];
}

/// <summary>What <c>Up</c> of one migration does.</summary>
/// <param name="Id">The migration's id.</param>
/// <param name="Operations">Its operations, in order.</param>
public sealed record MigrationOperations(string Id, IReadOnlyList<OperationDescription> Operations);

/// <summary>One migration operation, described in words.</summary>
public sealed record OperationDescription
{
    /// <summary>The operation's class without the suffix, such as <c>AddColumn</c>, <c>RenameTable</c>, <c>Sql</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The table it works on, or null.</summary>
    public string? Table { get; init; }

    /// <summary>The object it works on: a column, index, constraint; or null.</summary>
    public string? Name { get; init; }

    /// <summary>What a renamed table or column is called afterwards, or null.</summary>
    public string? NewName { get; init; }

    /// <summary>The statements of an operation that is raw SQL, or null.</summary>
    public string? Sql { get; init; }

    /// <summary>The columns that an update of data writes; empty otherwise.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Whether EF Core says that it may lose data.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>A line for people, such as <c>drop column Orders.Note</c>.</summary>
    public required string Summary { get; init; }
}
