using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Reports;

/// <summary>The two schemas that a report shows side by side.</summary>
/// <param name="Left">The expected side; SQLite where engines are compared.</param>
/// <param name="Right">The actual side; MySQL where engines are compared.</param>
public sealed record SchemaSides(SchemaSide Left, SchemaSide Right)
{
    /// <summary>What the migrations of each engine build; null where neither could be read.</summary>
    public static SchemaSides? OfEngines(DatabaseSchema? sqlite, DatabaseSchema? mySql) =>
        sqlite is null && mySql is null
            ? null
            : new SchemaSides(Of(Engine.Sqlite, sqlite), Of(Engine.MySql, mySql));

    private static SchemaSide Of(Engine engine, DatabaseSchema? schema) => new(engine.DisplayName(), engine, schema);
}
