using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>Which migrations a database has recorded.</summary>
/// <param name="Database">The database.</param>
/// <param name="Migrations">The ids; null when it has no history table.</param>
/// <param name="Obstacle">Why they could not be read, or null.</param>
internal sealed record RecordedHistory(LiveDatabase Database, IReadOnlyList<string>? Migrations, SchemaObstacle? Obstacle);
