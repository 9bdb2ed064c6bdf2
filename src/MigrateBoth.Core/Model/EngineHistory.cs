namespace MigrateBoth.Core.Model;

/// <summary>The migrations of one engine, without what they do.</summary>
/// <param name="Engine">The engine the context was made for.</param>
/// <param name="ContextType">The full name of the context type.</param>
/// <param name="Migrations">All of them, in the order in which EF Core applies them.</param>
public sealed record EngineHistory(Engine Engine, string ContextType, IReadOnlyList<MigrationDescription> Migrations);
