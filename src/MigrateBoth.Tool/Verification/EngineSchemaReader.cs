using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Verification;

/// <summary>
/// On one engine: applies the migrations to one scratch database, creates the model directly in another, and reads both catalogs.
/// </summary>
/// <param name="host">The application.</param>
/// <param name="model">The model on this engine.</param>
/// <param name="catalog">Reads catalogs.</param>
/// <param name="kept">Where the migrated database stays when it has been read.</param>
/// <param name="keepsModel">Whether the database made from the model stays too.</param>
/// <param name="progress">Shows how far it is.</param>
/// <param name="copying">Takes down how to copy the migrated database, while it is there; null when no copies are requested.</param>
internal sealed class EngineSchemaReader(
    IDesignHost host,
    EngineModel model,
    ICatalogReader catalog,
    ScratchDatabaseScope kept,
    bool keepsModel,
    IProgressDisplay progress,
    Func<IScratchServer, string, CancellationToken, Task<ICloneSource>>? copying = null)
{
    // A scratch database is used by this process only: its lock is free unless something is badly wrong.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private IReadOnlyList<Finding> _outside = [];

    /// <summary>Reads. What goes wrong is part of the result, so that the other engine's half is not lost.</summary>
    /// <param name="starting">The server, which may still be coming up.</param>
    /// <param name="cancellationToken">Ends the work; the databases are dropped all the same.</param>
    public async Task<EngineSchemas> ReadAsync(Task<IScratchServer> starting, CancellationToken cancellationToken)
    {
        var engine = catalog.Engine;
        var schemas = new EngineSchemas { Engine = engine };
        try
        {
            var server = await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
            schemas = schemas with { Server = EngineInfo.Of(server) };

            ThrowIfOfAnotherVendor(server);

            using var step = progress.Begin($"{engine.DisplayName()} schemas");
            void Show(Core.Protocol.HostProgress report)
            {
                if (report.Engine == engine)
                {
                    step.Update(report.Text);
                }
            }

            host.Progress += Show;
            try
            {
                schemas = await ReadBothAsync(server, schemas, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                host.Progress -= Show;
            }

            if (schemas.Obstacles.Count == 0)
            {
                step.Succeed($"{schemas.Migrated!.Tables.Count} tables");
            }
            else
            {
                step.Fail();
            }

            return schemas;
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return schemas with { Obstacles = [SchemaObstacle.From(engine, exception)] };
        }
    }

    /// <summary>Where the vendor was left open, what was found need not be what the model is made for; then every difference would come from that.</summary>
    private void ThrowIfOfAnotherVendor(IScratchServer server)
    {
        if (server.IsVendorOpen && StageResults.IsOtherVendor(model, server.Identity))
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "mysql-other-vendor",
                $"The only available server is {server.Identity}, while {StageResults.ConfiguredServer(model)}: nothing was checked on it.",
                "Start Docker or name a server (--mysql-image, --mysql). If production runs on this vendor, give the model its version (ServerVersion.Parse), or set mysql.version.");
        }
    }

    private async Task<EngineSchemas> ReadBothAsync(IScratchServer server, EngineSchemas schemas, CancellationToken cancellationToken)
    {
        var migrating = FillAndReadAsync(server, kept, "migrated", (database, token) => MigrateAsync(server, database, token), cancellationToken);
        var creating = ReadModelAsync(server, cancellationToken);
        await Task.WhenAll(migrating, creating).ConfigureAwait(false);
        var (migrated, created) = (await migrating.ConfigureAwait(false), await creating.ConfigureAwait(false));
        var copies = copying is null || migrated.Obstacle is not null
            ? null
            : await copying(server, migrated.Database.ConnectionString, cancellationToken).ConfigureAwait(false);
        return schemas with
        {
            Migrated = migrated.Schema,
            Database = migrated.Schema is null ? null : migrated.Database,
            Copies = copies,
            Outside = _outside,
            FromModel = created.Schema,
            ModelDatabase = keepsModel && created.Schema is not null ? created.Database : null,
            Obstacles = [.. new[] { migrated.Obstacle, created.Obstacle }.OfType<SchemaObstacle>().Distinct()],
        };
    }

    /// <summary>The model's own database is dropped as soon as it is read, while the migrations of a long history are still applied.</summary>
    private async Task<Half> ReadModelAsync(IScratchServer server, CancellationToken cancellationToken)
    {
        await using var databases = new ScratchDatabaseScope();
        return await FillAndReadAsync(server, keepsModel ? kept : databases, "model", CreateAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SchemaObstacle?> MigrateAsync(IScratchServer server, IScratchDatabase database, CancellationToken cancellationToken)
    {
        var watch = await OutsideWatch.BeginAsync(server, token => host.OperationsAsync(server.Engine, token), cancellationToken).ConfigureAwait(false);
        var run = await host.ApplyToScratchAsync(database.Engine, database.ConnectionString, LockTimeout, cancellationToken).ConfigureAwait(false);
        _outside = await watch.EndAsync(run, cancellationToken).ConfigureAwait(false);
        return run.Failure is { } failure ? SchemaObstacle.From(model, failure, run.Completed.Count) : null;
    }

    private async Task<SchemaObstacle?> CreateAsync(IScratchDatabase database, CancellationToken cancellationToken)
    {
        await host.CreateFromModelAsync(database.Engine, database.ConnectionString, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>
    /// Fills a database and reads it. A foreign key to a table that another context makes may be refused: then once more, with
    /// stand-ins for such tables. Not from the start, because migrations may make a table in a way of their own that the model says nothing of.
    /// </summary>
    private async Task<Half> FillAndReadAsync(
        IScratchServer server, ScratchDatabaseScope databases, string purpose, Fill fill, CancellationToken cancellationToken)
    {
        var alone = await AttemptAsync(server, databases, purpose, fill, withStandIns: false, cancellationToken).ConfigureAwait(false);
        if (alone.Obstacle is null || !model.Tables.Any(table => table.IsExcludedFromMigrations))
        {
            return alone;
        }

        var together = await AttemptAsync(server, databases, purpose, fill, withStandIns: true, cancellationToken).ConfigureAwait(false);
        if (together.Obstacle is not { } obstacle)
        {
            return together;
        }

        // The attempt that got further met the error that is left; the other one met only what the stand-ins are for, or the stand-ins themselves.
        var (shown, hidden) = obstacle.GotAsFarAs(alone.Obstacle) ? (together, alone) : (alone, together);
        progress.Detail($"{model.Engine.DisplayName()}, {(shown == alone ? "with" : "without")} stand-ins for other contexts' tables: {hidden.Obstacle!.Reason}");
        return shown;
    }

    private async Task<Half> AttemptAsync(
        IScratchServer server, ScratchDatabaseScope databases, string purpose, Fill fill, bool withStandIns, CancellationToken cancellationToken)
    {
        var database = await databases.CreateAsync(server, purpose, cancellationToken).ConfigureAwait(false);
        try
        {
            var standIns = withStandIns
                ? await host.CreateStandInsAsync(model.Engine, database.ConnectionString, cancellationToken).ConfigureAwait(false)
                : [];
            if (await fill(database, cancellationToken).ConfigureAwait(false) is { } obstacle)
            {
                return new Half(database, null, obstacle);
            }

            var schema = await catalog.ReadAsync(database.ConnectionString, cancellationToken).ConfigureAwait(false);
            return new Half(database, schema with { Tables = [.. schema.Tables.Where(table => !standIns.Contains(table.Name, StringComparer.OrdinalIgnoreCase))] }, null);
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return new Half(database, null, SchemaObstacle.From(database.Engine, exception));
        }
    }

    private delegate Task<SchemaObstacle?> Fill(IScratchDatabase database, CancellationToken cancellationToken);

    private sealed record Half(IScratchDatabase Database, DatabaseSchema? Schema, SchemaObstacle? Obstacle);
}
