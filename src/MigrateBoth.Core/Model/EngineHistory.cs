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
