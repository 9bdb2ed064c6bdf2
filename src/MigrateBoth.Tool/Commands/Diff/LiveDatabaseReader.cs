using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Sqlite;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>Reads databases that are not ours; neither catalog nor history table is ever written to.</summary>
internal sealed class LiveDatabaseReader(CommandContext context)
{
    /// <summary>The name of EF Core's history table where no model says otherwise.</summary>
    public const string DefaultHistoryTable = SqliteCatalogReader.DefaultHistoryTable;

    /// <summary>Reads the databases among the two sides, at once. What goes wrong is part of the result.</summary>
    /// <param name="targets">The databases; null for a side that is none.</param>
    /// <param name="historyTable">The name of the history table, which is no part of the schema.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<LiveDatabase?>> ReadAsync(
        IReadOnlyList<DatabaseTarget?> targets, string historyTable, CancellationToken cancellationToken) =>
        await Task.WhenAll(targets.Select(target => target is null
            ? Task.FromResult<LiveDatabase?>(null)
            : ReadAsync(target, historyTable, cancellationToken))).ConfigureAwait(false);

    /// <summary>Reads once more where the model has a history table of another name, which was taken for a table like any other.</summary>
    public async Task<IReadOnlyList<LiveDatabase?>> ReadAgainAsync(
        IReadOnlyList<LiveDatabase?> databases, ModelPair models, CancellationToken cancellationToken) =>
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
