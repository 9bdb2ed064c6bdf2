using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Scratch;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>All of <c>verify --self-test</c>: defects of the catalogs, and those that only rows and queries show, at the levels that this run checks.</summary>
internal sealed class SelfTesting(IDesignHost host, EnginePair<EngineModel> models, RunServers servers, MigrateBothConfiguration configuration, CommandContext context)
{
    /// <summary>Runs the self-test at all levels of this check.</summary>
    /// <param name="schemas">What was read, with the means to copy it.</param>
    /// <param name="roundTrip">What level 4 came to.</param>
    /// <param name="behaviour">What level 5 came to; null where it was not asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SelfTestResult> RunAsync(IReadOnlyList<EngineSchemas> schemas, StageResult roundTrip, StageResult? behaviour, CancellationToken cancellationToken)
    {
        var result = await new SelfTestRunner(
            engine => context.Services.CatalogReader(models[engine]),
            context.Progress,
            run: (pair, expressions, token) => ExpressionExecution.RunAsync(pair, expressions, models, servers.GetAsync, context, token)).RunAsync(schemas, models, cancellationToken).ConfigureAwait(false);
        if (result.Obstacle is not null)
        {
            return result;
        }

        var migrated = schemas.ToDictionary(engine => engine.Engine, engine => engine.Migrated!);
        try
        {
            foreach (var engine in EngineNames.All)
            {
                var levels = new LevelPlanter(new PlantingGround(migrated[engine], migrated[engine.Other()], DefectCatalogue.Terms(engine)), host, models, servers, configuration, context);
                if (Ran(roundTrip))
                {
                    result = result.And(await levels.RoundTripAsync(cancellationToken).ConfigureAwait(false));
                }

                if (behaviour is not null && Ran(behaviour))
                {
                    result = result.And(await levels.BehaviourAsync(schemas, behaviour.Findings, cancellationToken).ConfigureAwait(false));
                }
            }

            return result;
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return result with { Obstacle = Redaction.MaskSecrets(exception.Message) };
        }
    }

    private static bool Ran(StageResult stage) => stage.Status is StageStatus.Passed or StageStatus.Failed && stage.Checked > 0;
}
