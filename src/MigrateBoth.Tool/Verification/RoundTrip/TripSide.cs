using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>One engine's half of the round trip: a scratch database that is migrated step by step while it holds rows.</summary>
/// <param name="host">The application.</param>
/// <param name="model">The model on this engine.</param>
/// <param name="server">The server.</param>
/// <param name="catalog">Reads catalogs.</param>
/// <param name="store">Writes and reads rows.</param>
internal sealed class TripSide(IDesignHost host, EngineModel model, IScratchServer server, ICatalogReader catalog, IRowStore store) : IAsyncDisposable
{
    // A scratch database is used by this process only: its lock is free unless something is badly wrong.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private IScratchDatabase? _database;
    private IRowSession? _session;

    public Engine Engine => model.Engine;

    /// <summary>The model on this engine.</summary>
    public EngineModel Model => model;

    /// <summary>Called with the target after each step: the self-test plants its defects there.</summary>
    public Func<string, IScratchDatabase, CancellationToken, Task>? Stepped { get; init; }

    /// <summary>The connection to the rows.</summary>
    public IRowSession Session => _session!;

    /// <summary>The catalog as it was read last.</summary>
    public DatabaseSchema Schema { get; private set; } = new() { Engine = model.Engine, Server = server.Identity };

    /// <summary>The tables of the model as it is after the migration that was applied last; empty where it is not known.</summary>
    public IReadOnlyList<ModelTable> ModelTables { get; set; } = [];

    /// <summary>Begins anew with an empty database and migrates it in one go.</summary>
    /// <param name="target">A migration's id, or <c>0</c> for none.</param>
    /// <param name="withStandIns">Whether to make stand-ins for the tables of other contexts first.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Why it could not be migrated, or null.</returns>
    public async Task<MigrationFailure?> ResetAsync(string target, bool withStandIns, CancellationToken cancellationToken)
    {
        await DisposeAsync().ConfigureAwait(false);
        _database = await server.CreateDatabaseAsync("roundtrip", cancellationToken).ConfigureAwait(false);
        if (withStandIns)
        {
            await host.CreateStandInsAsync(Engine, _database.ConnectionString, cancellationToken).ConfigureAwait(false);
        }

        var failure = target == "0" ? null : await MigrateAsync(target, cancellationToken).ConfigureAwait(false);
        if (failure is null)
        {
            ModelTables = target == "0" ? [] : (await host.ContentAsync(Engine, target, cancellationToken).ConfigureAwait(false)).Tables;
            await ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
            _session = await store.OpenAsync(_database.ConnectionString, cancellationToken).ConfigureAwait(false);
        }

        return failure;
    }

    /// <summary>Migrates up or down to a migration.</summary>
    public async Task<MigrationFailure?> MigrateAsync(string target, CancellationToken cancellationToken)
    {
        var run = await host.StepScratchAsync(Engine, _database!.ConnectionString, target, LockTimeout, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (run.Failure is null && Stepped is { } stepped)
        {
            await stepped(target, _database, cancellationToken).ConfigureAwait(false);
        }

        return run.Failure is { } failure && (failure.MigrationId is null || failure.IsServerLost)
            ? throw new MigrateBothException(ExitCode.Incomplete, "scratch-failed", $"{Engine.DisplayName()} could not be migrated to {target}: {failure.Message}")
            : run.Failure;
    }

    /// <summary>Reads the catalog.</summary>
    public async Task<DatabaseSchema> ReadSchemaAsync(CancellationToken cancellationToken) =>
        Schema = await catalog.ReadAsync(_database!.ConnectionString, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the rows of the tables that are there.</summary>
    public async Task<Snapshot> SnapshotAsync(IReadOnlyList<RowTable> tables, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableRows>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables.Where(table => table.Catalogs.ContainsKey(Engine) && Schema.Tables.Any(there => there.Name == table.NameOn(Engine))))
        {
            var current = table with { Columns = [.. table.Columns.Where(column => !column.Catalogs.ContainsKey(Engine) || IsThere(table, column))] };
            rows[table.Name] = await Session.ReadAsync(current, cancellationToken).ConfigureAwait(false);
        }

        return new Snapshot([.. tables.Where(table => rows.ContainsKey(table.Name))], new Dictionary<Engine, IReadOnlyDictionary<string, TableRows>> { [Engine] = rows });
    }

    /// <summary>After a Down that leaves traces a column may be missing.</summary>
    private bool IsThere(RowTable table, RowColumn column) =>
        Schema.Tables.First(there => there.Name == table.NameOn(Engine)).Columns.Any(there => string.Equals(there.Name, column.Name, StringComparison.OrdinalIgnoreCase));

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync().ConfigureAwait(false);
            _session = null;
        }

        if (_database is not null)
        {
            await _database.DisposeAsync().ConfigureAwait(false);
            _database = null;
        }
    }
}
