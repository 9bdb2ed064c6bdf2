using System.Collections.Concurrent;
using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Scratch;

namespace MigrateBoth.Tool.Verification;

/// <summary>
/// What was read of both engines' scratch databases. The migrated databases stay until it is disposed, for the stages that run in them.
/// </summary>
internal sealed class SchemaReading : IAsyncDisposable
{
    private readonly List<ScratchDatabaseScope> _databases = [];

    /// <summary>What was read on each engine.</summary>
    public IReadOnlyList<EngineSchemas> Schemas { get; private set; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Reads the engines that have a server, side by side. Without servers nothing is read.</summary>
    /// <param name="host">The application.</param>
    /// <param name="models">Its model under both providers.</param>
    /// <param name="servers">The servers of the run, which may still be coming up; null when no stage needs a database.</param>
    /// <param name="context">Services and progress.</param>
    /// <param name="copies">Whether copies of the migrated databases are going to be made.</param>
    /// <param name="keepsModel">Whether the databases made from the models stay as well, for what HasData put into them.</param>
    /// <param name="cancellationToken">Ends the work; the databases are dropped all the same.</param>
    public static async Task<SchemaReading> ReadAsync(
        IDesignHost host, EnginePair<EngineModel> models, RunServers? servers, CommandContext context, bool copies, bool keepsModel, CancellationToken cancellationToken)
    {
        var reading = new SchemaReading();
        try
        {
            var clock = Stopwatch.StartNew();
            reading.Schemas = servers is null ? [] : await Task.WhenAll(servers.Engines.Select(engine => reading.Reader(host, models[engine], context, copies, keepsModel)
                .ReadAsync(servers.GetAsync(engine), cancellationToken))).ConfigureAwait(false);
            reading.Duration = clock.Elapsed;
            return reading;
        }
        catch
        {
            await reading.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var databases in _databases)
        {
            await databases.DisposeAsync().ConfigureAwait(false);
        }
    }

    private EngineSchemaReader Reader(IDesignHost host, EngineModel model, CommandContext context, bool copies, bool keepsModel)
    {
        var databases = new ScratchDatabaseScope();
        _databases.Add(databases);
        return new EngineSchemaReader(host, model, context.Services.CatalogReader(model), databases, keepsModel, context.Progress, copies ? context.Services.CloneSource : null);
    }
}

/// <summary>Scratch databases that are dropped together, when what needs them has ended.</summary>
internal sealed class ScratchDatabaseScope : IAsyncDisposable
{
    private readonly ConcurrentBag<IScratchDatabase> _databases = [];

    /// <summary>Makes one more.</summary>
    public async Task<IScratchDatabase> CreateAsync(IScratchServer server, string purpose, CancellationToken cancellationToken)
    {
        var database = await server.CreateDatabaseAsync(purpose, cancellationToken).ConfigureAwait(false);
        _databases.Add(database);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>Reads catalogs without the tables that are not the application's.</summary>
internal static class ForeignTablesReading
{
    /// <summary>The context whose catalog readers leave them out.</summary>
    public static CommandContext In(this ForeignTables foreign, CommandContext context) => context with
    {
        Services = context.Services with { CatalogReader = model => new Filtered(context.Services.CatalogReader(model), model, foreign) },
    };

    private sealed class Filtered(ICatalogReader reader, EngineModel model, ForeignTables foreign) : ICatalogReader
    {
        public Engine Engine => reader.Engine;

        public async Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken) =>
            foreign.Without(await reader.ReadAsync(connectionString, cancellationToken).ConfigureAwait(false), model);
    }
}
