using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Sqlite;
using MigrateBoth.Tool.CommandLine;
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
    public static IReadOnlyList<LiveDatabase?> Without(IReadOnlyList<LiveDatabase?> databases, ForeignTables foreign, EnginePair<EngineModel>? models) =>
        [.. databases.Select(database => database is { Schema: { } schema } ? database with { Schema = foreign.Without(schema, models?[schema.Engine]) } : database)];

    /// <summary>How findings call a database: <c>sqlite:/data/shop.db</c>, <c>mysql:reader@db:3306/shop</c>.</summary>
    public static string NameOf(DatabaseTarget target) => $"{target.Engine.Id()}:{target.Display}";
}

/// <summary>Which migrations a database has recorded.</summary>
/// <param name="Database">The database.</param>
/// <param name="Migrations">The ids; null when it has no history table.</param>
/// <param name="Obstacle">Why they could not be read, or null.</param>
internal sealed record RecordedHistory(LiveDatabase Database, IReadOnlyList<string>? Migrations, SchemaObstacle? Obstacle);

/// <summary>Reads existing databases of the user. Neither the catalog nor the history table is ever written to.</summary>
internal sealed class LiveDatabaseReader(CommandContext context)
{
    /// <summary>The name of EF Core's history table where no model says otherwise.</summary>
    public const string DefaultHistoryTable = SqliteCatalogReader.DefaultHistoryTable;

    /// <summary>Reads the databases among the two sides, at once. What goes wrong is part of the result.</summary>
    /// <param name="targets">The databases; null for a side that is none.</param>
    /// <param name="historyTable">The name of the history table, which is not part of the schema.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<LiveDatabase?>> ReadAsync(
        IReadOnlyList<DatabaseTarget?> targets, string historyTable, CancellationToken cancellationToken) =>
        await Task.WhenAll(targets.Select(target => target is null
            ? Task.FromResult<LiveDatabase?>(null)
            : ReadAsync(target, historyTable, cancellationToken))).ConfigureAwait(false);

    /// <summary>Reads once more where the model has a history table of another name, which was taken for a table like any other.</summary>
    public async Task<IReadOnlyList<LiveDatabase?>> ReadAgainAsync(
        IReadOnlyList<LiveDatabase?> databases, EnginePair<EngineModel> models, CancellationToken cancellationToken) =>
        await Task.WhenAll(databases.Select(database => database is null || models[database.Target.Engine].HistoryTable == DefaultHistoryTable
            ? Task.FromResult(database)
            : ReadAsync(database.Target, models[database.Target.Engine].HistoryTable, cancellationToken))).ConfigureAwait(false);

    /// <summary>Adds what the database has recorded, where the other side is what the migrations of its engine build.</summary>
    /// <param name="pair">What was read.</param>
    /// <param name="others">Other contexts, whose migrations may be recorded in the same table.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DiffPair> WithRecordedAsync(DiffPair pair, IReadOnlyList<OtherContext> others, CancellationToken cancellationToken)
    {
        var migrations = pair.Sides.FirstOrDefault(side => side.Operand.Source == DiffSource.Migrations);
        var database = pair.Sides.FirstOrDefault(side => side.Live is { Schema: not null })?.Live;
        if (migrations is null || database is null || pair.Models is null || database.Target.Engine != migrations.Operand.Engine)
        {
            return pair;
        }

        try
        {
            var reader = context.Services.HistoryTable(pair.Models[database.Target.Engine]);
            var recorded = await reader.ReadAsync(database.Target.ConnectionString, cancellationToken).ConfigureAwait(false);
            var own = pair.Models[database.Target.Engine].Migrations.Select(migration => migration.Id);
            var theirs = others.SelectMany(other => other.Migrations(database.Target.Engine)).Except(own, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return pair with { Recorded = new RecordedHistory(database, recorded is null ? null : [.. recorded.Where(id => !theirs.Contains(id))], null) };
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return pair with { Recorded = new RecordedHistory(database, null, SchemaObstacle.From(database.Target.Engine, exception)) };
        }
    }

    private async Task<LiveDatabase?> ReadAsync(DatabaseTarget target, string historyTable, CancellationToken cancellationToken)
    {
        using var step = context.Progress.Begin(LiveDatabase.NameOf(target));
        try
        {
            var schema = await context.Services.DatabaseCatalog(target.Engine, historyTable).ReadAsync(target.ConnectionString, cancellationToken).ConfigureAwait(false);
            step.Succeed($"{schema.Tables.Count} tables");
            return new LiveDatabase(target, schema, null);
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            step.Fail();
            return new LiveDatabase(target, null, SchemaObstacle.From(target.Engine, exception));
        }
    }
}
