namespace MigrateBoth.Core.Tracing.Origins;

/// <summary>Where one engine's migrations and model are written. Files are absolute paths, and what is on the disk is what was compiled.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Migrations">The migrations in the order in which they are applied.</param>
/// <param name="Properties">Mapped properties that are declared in sources that are there.</param>
public sealed record EngineOrigins(Engine Engine, IReadOnlyList<MigrationOrigin> Migrations, IReadOnlyList<PropertyOrigin> Properties);
