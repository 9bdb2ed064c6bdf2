using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Verification;

/// <summary>What level 5 came to.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Probes">What was probed, or null where nothing was.</param>
internal sealed record BehaviourRun(StageResult Stage, ProbeMatrix? Probes);

/// <summary>
/// Level 5: asks both engines the same through the application's own context. Each step is planned from what the one before has shown: which
/// tables take rows, which values both keep, and which recipes are worth a try.
/// </summary>
/// <param name="host">The application.</param>
/// <param name="models">Its model under both providers.</param>
/// <param name="progress">Shows how far it is.</param>
internal sealed class BehaviourProbing(IDesignHost host, EnginePair<EngineModel> models, IProgressDisplay progress)
{
    /// <summary>Probes the migrated databases.</summary>
    public async Task<BehaviourRun> RunAsync(IReadOnlyList<EngineSchemas> schemas, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        if (VerifyStages.Prevented(StageNames.Behaviour, schemas, models) is { } prevented)
        {
            return new BehaviourRun(prevented, null);
        }

        using var step = progress.Begin("behaviour");
        void Show(HostProgress report) => step.Update(report.Text);
        host.Progress += Show;
        try
        {
            var (stage, probes) = await ProbeAsync(schemas.ToDictionary(engine => engine.Engine, engine => engine.Database!.ConnectionString), cancellationToken).ConfigureAwait(false);
            step.Succeed($"{probes.Counts.Ran} probes");
            return new BehaviourRun(stage with { Duration = clock.Elapsed }, probes);
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            step.Fail();
            return new BehaviourRun(StageResults.NotRun(StageNames.Behaviour, exception.Message, exception.Hint) with { Duration = clock.Elapsed }, null);
        }
        finally
        {
            host.Progress -= Show;
        }
    }

    private async Task<(StageResult Stage, ProbeMatrix Probes)> ProbeAsync(Dictionary<Engine, string> databases, CancellationToken cancellationToken)
    {
        await OnBothAsync(engine => HistoryFacts.HasNoMigrations(models[engine])
            ? CreateAsync(engine, databases[engine], cancellationToken)
            : Task.FromResult(true)).ConfigureAwait(false);
        var surfaces = await OnBothAsync(engine => host.SurfaceAsync(engine, cancellationToken)).ConfigureAwait(false);
        var planner = new ProbePlanner(surfaces.Sqlite, surfaces.MySql);

        var objects = await AskAsync(planner.Objects(), databases, cancellationToken).ConfigureAwait(false);
        var writable = objects.Where(IsWritable).Select(pair => pair.Planned.Probe.Entity!).ToHashSet(StringComparer.Ordinal);
        var roundTrips = await AskAsync(planner.RoundTrips(writable), databases, cancellationToken).ConfigureAwait(false);
        var bySignature = roundTrips.ToDictionary(pair => pair.Planned.Subject!.Signature, StringComparer.Ordinal);
        var queries = await AskAsync(
            planner.Queries(writable, (subject, value) => bySignature.TryGetValue(subject.Signature, out var pair) && BehaviourJudge.IsKept(pair, value)),
            databases,
            cancellationToken).ConfigureAwait(false);

        IReadOnlyList<ProbePair> all = [.. objects, .. roundTrips, .. queries];
        var groups = BehaviourFindings.Group(all);
        var recipes = await AskAsync(
            [.. groups.SelectMany(group => group.Recipes)], databases, cancellationToken).ConfigureAwait(false);
        return (
            BehaviourStage.Run(all, groups, recipes.ToDictionary(pair => pair.Planned.Probe.Id, StringComparer.Ordinal)),
            ProbeMatrix.Of(all));
    }

    private static bool IsWritable(ProbePair pair) =>
        pair is { Planned.Probe.Kind: ProbeKind.Insert, Sqlite: { Blocked: null, Answers: [{ Error: null }] }, MySql: { Blocked: null, Answers: [{ Error: null }] } };

    private async Task<bool> CreateAsync(Engine engine, string database, CancellationToken cancellationToken)
    {
        await host.CreateFromModelAsync(engine, database, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<IReadOnlyList<ProbePair>> AskAsync(
        IReadOnlyList<PlannedProbe> planned, Dictionary<Engine, string> databases, CancellationToken cancellationToken)
    {
        var asked = planned.Where(one => one.OutOfReach is null).ToList();
        if (asked.Count == 0)
        {
            return [.. planned.Select(one => one.Unasked())];
        }

        IReadOnlyList<Probe> probes = [.. asked.Select(one => one.Probe)];
        var outcomes = await OnBothAsync(engine => host.ProbeAsync(engine, databases[engine], probes, cancellationToken)).ConfigureAwait(false);
        return [.. asked.Select((one, index) => new ProbePair(one, outcomes.Sqlite[index], outcomes.MySql[index])), .. planned.Where(one => one.OutOfReach is not null).Select(one => one.Unasked())];
    }

    private static async Task<(T Sqlite, T MySql)> OnBothAsync<T>(Func<Engine, Task<T>> ask)
    {
        var (sqlite, mySql) = (ask(Engine.Sqlite), ask(Engine.MySql));
        await Task.WhenAll(sqlite, mySql).ConfigureAwait(false);
        return (await sqlite.ConfigureAwait(false), await mySql.ConfigureAwait(false));
    }
}
