using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>Compares what migrations insert into empty databases: engine with engine, and each with the model's HasData.</summary>
internal sealed class SeedCheck(EnginePair<EngineModel> models, Func<Engine, IRowStore> stores)
{
    /// <summary>Compares; also says how many values were compared.</summary>
    /// <param name="schemas">The databases.</param>
    /// <param name="known">Tables and columns of which it is known that the engines differ.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<(IReadOnlyList<RoundTripFact> Facts, int Compared)> RunAsync(IReadOnlyList<EngineSchemas> schemas, IReadOnlySet<ObjectPath> known, CancellationToken cancellationToken)
    {
        var mapped = EngineNames.All.ToDictionary(engine => engine, engine => models[engine].Tables);
        var migrated = await SnapshotAsync(schemas, mapped, engine => engine.Migrated, engine => engine.Database?.ConnectionString, cancellationToken).ConfigureAwait(false);
        var fromModel = await SnapshotAsync(schemas, mapped, engine => engine.FromModel, engine => engine.ModelDatabase?.ConnectionString, cancellationToken).ConfigureAwait(false);
        var between = SeedJudge.Between(migrated);
        var modelled = RoundTripFact.Merge(EngineNames.All.SelectMany(engine => SeedJudge.AgainstModel(engine, fromModel, migrated)));

        // Where the engines differ, at most one of them is as the model says: one cause. A step may have said so already, with its migration.
        return (
            [.. between.Where(fact => !known.Contains(fact.Object)), .. modelled.Where(fact => !known.Contains(fact.Object) && !between.Any(other => other.Object == fact.Object))],
            migrated.Values + fromModel.Values + migrated.Tables.Count);
    }

    private async Task<Snapshot> SnapshotAsync(
        IReadOnlyList<EngineSchemas> schemas,
        IReadOnlyDictionary<Engine, IReadOnlyList<ModelTable>> mapped,
        Func<EngineSchemas, DatabaseSchema?> schema,
        Func<EngineSchemas, string?> connection,
        CancellationToken cancellationToken)
    {
        var there = schemas.Where(engine => schema(engine) is not null && connection(engine) is not null).ToList();
        var tables = RowTable.Of(there.ToDictionary(engine => engine.Engine, engine => schema(engine)!), mapped);
        var rows = await Task.WhenAll(there.Select(engine => ReadAsync(engine.Engine, connection(engine)!, tables, cancellationToken))).ConfigureAwait(false);
        return new Snapshot(tables, there.Select((engine, index) => (engine.Engine, Rows: rows[index])).ToDictionary(item => item.Engine, item => item.Rows));
    }

    private async Task<IReadOnlyDictionary<string, TableRows>> ReadAsync(Engine engine, string connectionString, IReadOnlyList<RowTable> tables, CancellationToken cancellationToken)
    {
        var session = await stores(engine).OpenAsync(connectionString, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var rows = new Dictionary<string, TableRows>(StringComparer.OrdinalIgnoreCase);
            foreach (var table in tables.Where(table => table.Catalogs.ContainsKey(engine)))
            {
                rows[table.Name] = await session.ReadAsync(table, cancellationToken).ConfigureAwait(false);
            }

            return rows;
        }
    }
}
