using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Scratch;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>Level 4: takes the migrations through rows and back, and compares what they insert themselves.</summary>
internal sealed class RoundTripCheck(IDesignHost host, EnginePair<EngineModel> models, RunServers servers, MigrateBothConfiguration configuration, CommandContext context)
{
    /// <summary>Runs level 4.</summary>
    /// <param name="schemas">What was read before: where migrations cannot even be applied to empty databases, there is nothing to step through.</param>
    /// <param name="isNamed">Whether the stage was requested by name: then it cannot be left out for want of something to check.</param>
    /// <param name="cancellationToken">Ends the work; the databases are dropped all the same.</param>
    public async Task<(StageResult Stage, RoundTripResult? Result)> RunAsync(IReadOnlyList<EngineSchemas> schemas, bool isNamed, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var plan = TripPlan.Of(models, configuration.Baseline, configuration.RoundTrip);
        if (VerifyStages.Prevented(StageNames.RoundTrip, schemas, models) is { } prevented)
        {
            return (prevented, null);
        }

        if (!isNamed && EngineNames.All.All(engine => models[engine].Migrations.Count == 0))
        {
            // Stage 'history' says what to think of that; there is nothing here to be said twice.
            return (StageResults.Skipped(StageNames.RoundTrip, "there are no migrations to step through"), null);
        }

        try
        {
            // The script needs nothing of the steps, and most of either is waiting for the server.
            var stepping = StepAsync(plan, cancellationToken);
            var scripting = plan.Obstacle is null ? ScriptAsync(schemas, cancellationToken) : Task.FromResult<(IReadOnlyList<RoundTripFact>, int, string)>(([], 0, string.Empty));
            await Task.WhenAll(stepping, scripting).ConfigureAwait(false);
            var result = await stepping.ConfigureAwait(false);
            if (result.Obstacle is null)
            {
                var (facts, compared) = await new SeedCheck(models, context.Services.RowStore).RunAsync(
                    schemas, result.Facts.Select(fact => fact.Place).OfType<ObjectPath>().ToHashSet(ObjectPath.IgnoreCase), cancellationToken).ConfigureAwait(false);
                var (scriptFacts, scriptCompared, note) = await scripting.ConfigureAwait(false);
                result = result with
                {
                    Facts = [.. result.Facts, .. facts, .. scriptFacts],
                    Checked = result.Checked + compared + scriptCompared,
                    Notes = [.. result.Notes, note],
                };
            }

            return (RoundTripStage.Run(result) with { Duration = clock.Elapsed }, result);
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return (StageResults.NotRun(StageNames.RoundTrip, exception.Message, exception.Hint) with { Duration = clock.Elapsed }, null);
        }
    }

    private async Task<(IReadOnlyList<RoundTripFact> Facts, int Compared, string Note)> ScriptAsync(IReadOnlyList<EngineSchemas> schemas, CancellationToken cancellationToken)
    {
        var server = await servers.GetAsync(Engine.MySql).WaitAsync(cancellationToken).ConfigureAwait(false);
        var migrated = schemas.First(engine => engine.Engine == Engine.MySql).Migrated!;
        var hasOtherTables = models.MySql.Tables.Any(table => table.IsExcludedFromMigrations);
        return await new ScriptCheck(host, server, context.Services.CatalogReader(models.MySql), hasOtherTables, context.Services.MySqlScript).RunAsync(migrated, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RoundTripResult> StepAsync(TripPlan plan, CancellationToken cancellationToken)
    {
        var sides = new List<TripSide>();
        try
        {
            foreach (var engine in EngineNames.All)
            {
                var server = await servers.GetAsync(engine).WaitAsync(cancellationToken).ConfigureAwait(false);
                sides.Add(new TripSide(host, models[engine], server, context.Services.CatalogReader(models[engine]), context.Services.RowStore(engine)));
            }

            return await new RoundTripRunner(sides, host.ContentAsync, configuration.RoundTrip, context.Progress).RunAsync(plan, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var side in sides)
            {
                await side.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
