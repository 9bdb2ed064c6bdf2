using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;

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

/// <summary>One of the two schemas that a check was about.</summary>
/// <param name="Name">What people call it, such as <c>SQLite</c> or <c>migrations on MySQL</c>.</param>
/// <param name="Engine">Its engine; both sides of a <c>diff</c> may have the same.</param>
/// <param name="Schema">What its catalog says, or null when it could not be read.</param>
public sealed record SchemaSide(string Name, Engine Engine, DatabaseSchema? Schema);

/// <summary>One side of a <c>diff</c>, for the report's reader.</summary>
/// <param name="Name">How findings call it, such as <c>migrations:mysql</c>; holds no password.</param>
/// <param name="Source">Where its schema comes from.</param>
/// <param name="Engine">Its engine.</param>
/// <param name="Server">The server it was read from, or null when it could not be reached.</param>
/// <param name="Tables">How many tables it has, or null when it could not be read.</param>
public sealed record ComparedSide(string Name, DiffSource Source, Engine Engine, EngineInfo? Server, int? Tables);
