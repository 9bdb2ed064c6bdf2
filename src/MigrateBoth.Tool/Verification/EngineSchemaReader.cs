using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Verification;

/// <summary>
/// On one engine: applies the migrations to one scratch database, creates the model directly in another, and reads both catalogs.
/// </summary>
/// <param name="host">The application.</param>
/// <param name="catalog">Reads catalogs.</param>
/// <param name="progress">Shows how far it is.</param>
/// <param name="copying">Takes down how to copy the migrated database, while it is there; null when no copies are asked for.</param>
internal sealed class EngineSchemaReader(
    IDesignHost host,
    ICatalogReader catalog,
    IProgressDisplay progress,
    Func<IScratchServer, string, CancellationToken, Task<ICloneSource>>? copying = null)
{
    // Nobody else knows a scratch database: its lock is free unless something is badly wrong.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

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
            schemas = schemas with { Server = new EngineInfo(server.Identity.Vendor, server.Identity.Version, server.Source, server.Image) };

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

    private async Task<EngineSchemas> ReadBothAsync(IScratchServer server, EngineSchemas schemas, CancellationToken cancellationToken)
    {
        var forMigrations = await server.CreateDatabaseAsync("migrated", cancellationToken).ConfigureAwait(false);
        await using var migrationsScope = forMigrations.ConfigureAwait(false);
        var forModel = await server.CreateDatabaseAsync("model", cancellationToken).ConfigureAwait(false);
        await using var modelScope = forModel.ConfigureAwait(false);

        var migrating = FillAndReadAsync(forMigrations, MigrateAsync, cancellationToken);
        var creating = FillAndReadAsync(forModel, CreateAsync, cancellationToken);
        await Task.WhenAll(migrating, creating).ConfigureAwait(false);
        var (migrated, created) = (await migrating.ConfigureAwait(false), await creating.ConfigureAwait(false));
        var copies = copying is null || migrated.Obstacle is not null
            ? null
            : await copying(server, forMigrations.ConnectionString, cancellationToken).ConfigureAwait(false);
        return schemas with
        {
            Migrated = migrated.Schema,
            Copies = copies,
            FromModel = created.Schema,
            Obstacles = [.. new[] { migrated.Obstacle, created.Obstacle }.OfType<SchemaObstacle>().Distinct()],
        };
    }

    private async Task<SchemaObstacle?> MigrateAsync(IScratchDatabase database, CancellationToken cancellationToken)
    {
        var run = await host.ApplyToScratchAsync(database.Engine, database.ConnectionString, LockTimeout, cancellationToken).ConfigureAwait(false);
        return run.Failure is { } failure ? SchemaObstacle.From(database.Engine, failure) : null;
    }

    private async Task<SchemaObstacle?> CreateAsync(IScratchDatabase database, CancellationToken cancellationToken)
    {
        await host.CreateFromModelAsync(database.Engine, database.ConnectionString, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<Half> FillAndReadAsync(
        IScratchDatabase database, Func<IScratchDatabase, CancellationToken, Task<SchemaObstacle?>> fill, CancellationToken cancellationToken)
    {
        try
        {
            return await fill(database, cancellationToken).ConfigureAwait(false) is { } obstacle
                ? new Half(null, obstacle)
                : new Half(await catalog.ReadAsync(database.ConnectionString, cancellationToken).ConfigureAwait(false), null);
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return new Half(null, SchemaObstacle.From(database.Engine, exception));
        }
    }

    private sealed record Half(DatabaseSchema? Schema, SchemaObstacle? Obstacle);
}
