using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>A database that is compared, and what could be read of it.</summary>
/// <param name="Target">The database.</param>
/// <param name="Schema">Its catalog, or null when it could not be read.</param>
/// <param name="Obstacle">Why it could not, or null.</param>
internal sealed record LiveDatabase(DatabaseTarget Target, DatabaseSchema? Schema, SchemaObstacle? Obstacle)
{
    /// <summary>How findings call it.</summary>
    public string Name => NameOf(Target);

    /// <summary>The server that answered.</summary>
    public EngineInfo? Server => Schema is null
        ? null
        : new EngineInfo(Schema.Server.Vendor, Schema.Server.Version, Target.Engine == Engine.Sqlite ? "file" : "connection", null);

    /// <summary>The databases without the tables that are not the application's.</summary>
    public static IReadOnlyList<LiveDatabase?> Without(IReadOnlyList<LiveDatabase?> databases, ForeignTables foreign, ModelPair? models) =>
        [.. databases.Select(database => database is { Schema: { } schema } ? database with { Schema = foreign.Without(schema, models?[schema.Engine]) } : database)];

    /// <summary>How findings call a database: <c>sqlite:/data/shop.db</c>, <c>mysql:reader@db:3306/shop</c>.</summary>
    public static string NameOf(DatabaseTarget target) => $"{target.Engine.Id()}:{target.Display}";
}
