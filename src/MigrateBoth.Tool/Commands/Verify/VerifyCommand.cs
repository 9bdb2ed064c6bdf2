using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Processes;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Scratch;
using MigrateBoth.Tool.Sessions;
using MigrateBoth.Tool.Testing;
using MigrateBoth.Tool.Tracing;
using MigrateBoth.Tool.Verification;
using MigrateBoth.Tool.Verification.RoundTrip;
using MigrateBoth.Tool.Verification.SelfTest;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>Builds, migrates both engines side by side, runs the stages one after the other, reports.</summary>
internal sealed class VerifyCommand(VerifyOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var frame = CheckFrame.Open("verify", options.Project, options.Check, context, options.Accept, options.MySql.Image);
        var configuration = frame.Configuration;
        frame.Begin();
        var foreign = new ForeignTables(configuration.Ignore, []);
        context = foreign.In(context);
        var suite = VerifiedSuite.Request(options.Stages, configuration, options.Project.Build, context);
        var mySql = NeedsSchemas || suite is not null ? options.MySql.RequestFor(context.Console, configuration) : null;
        var (check, tests) = await frame.GatherAsync(CheckAsync(frame, mySql, suite, context, cancellationToken)).ConfigureAwait(false);
        if (suite is not null)
        {
            // The test projects build on the application: everything is looked at once, when all of it is built.
            frame.Inspect([.. check.Project.Files, .. suite.Projects], options.Project.Build, cancellationToken);
        }

        var judgement = frame.Judge(tests.In(check.Stages), check.Evidence.Error);
        return frame.Write(frame.Empty with
        {
            ProjectFile = check.Evidence.ProjectFile,
            Engines = check.Evidence.Servers.Count > 0 ? check.Evidence.Servers : tests.Outcome?.Servers ?? check.Evidence.Servers,
            Model = ModelReader.Describe(check.Evidence.Models),
            Schemas = check.Evidence.Sides,
            Ignored = NeedsSchemas ? foreign.Describe() : [],
            Stages = judgement.Stages,
            Error = judgement.Error,
            SelfTest = check.SelfTest,
            RoundTrip = check.RoundTrip,
            Probes = check.Probes,
            Tests = tests.Outcome?.Result.Tests ?? [],
            Provenance = await frame.ProvenanceAsync().ConfigureAwait(false) is { } provenance ? provenance with { Filter = tests.Outcome?.Filter } : null,
        });
    }

    private bool NeedsSchemas => options.Stages.NeedsDatabases || options.SelfTest;

    /// <summary>The stages and the suite at the same time, on the same servers. The first of them that cannot go on ends the other.</summary>
    private async Task<(StagesRun Stages, VerifiedSuite Suite)> CheckAsync(
        CheckFrame frame, MySqlServerRequest? mySql, SuiteRequest? suite, CommandContext context, CancellationToken cancellationToken)
    {
        await using var servers = mySql is null ? null : RunServers.Begin(context, mySql, EngineNames.All, cancellationToken);
        var built = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return await Both.OrNeitherAsync(
            token => StagesAsync(frame, NeedsSchemas ? servers : null, built, suite is null, context, token),
            token => VerifiedSuite.RunAsync(suite, servers, built.Task, context, token),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<StagesRun> StagesAsync(
        CheckFrame frame, RunServers? servers, TaskCompletionSource built, bool isAlone, CommandContext context, CancellationToken cancellationToken)
    {
        var configuration = frame.Configuration;
        await using var session = await ProjectSession.OpenAsync(configuration, options.Project.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
        built.SetResult();
        if (isAlone)
        {
            frame.Inspect(session.Project.Files, options.Project.Build, cancellationToken);
        }

        var clock = Stopwatch.StartNew();
        var models = await session.DescribeAsync(cancellationToken).ConfigureAwait(false);
        var modelTime = clock.Elapsed;
        await using var reading = await SchemaReading.ReadAsync(session.Host, models, servers, context, options.SelfTest, options.Stages.Includes(StageNames.RoundTrip), cancellationToken).ConfigureAwait(false);

        var (schemas, wanted) = (reading.Schemas, options.Stages);
        var (roundTrip, trip) = servers is not null && wanted.Includes(StageNames.RoundTrip)
            ? await new RoundTripCheck(session.Host, models, servers, configuration, context).RunAsync(schemas, wanted.IsNamed(StageNames.RoundTrip), cancellationToken).ConfigureAwait(false)
            : (StageResults.Skipped(StageNames.RoundTrip), null);
        var behaviour = wanted.Includes(StageNames.Behaviour)
            ? await new BehaviourProbing(session.Host, models, context.Progress).RunAsync(schemas, cancellationToken).ConfigureAwait(false)
            : null;
        StageResult[] stages =
        [
            wanted.Run(StageNames.History, () => VerifyStages.History(models, modelTime, configuration.Baseline)),
            wanted.Run(StageNames.Drift, () => VerifyStages.Drift(schemas, models, reading.Duration)),
            // The schemas are read once: the first stage that needs them carries the time.
            await wanted.RunAsync(
                StageNames.Parity,
                () => VerifyStages.ParityAsync(schemas, models, wanted.Includes(StageNames.Drift) ? TimeSpan.Zero : reading.Duration, servers!, context, cancellationToken)).ConfigureAwait(false),
            roundTrip,
            behaviour?.Stage ?? StageResults.Skipped(StageNames.Behaviour),
            // The user's own tests run beside these stages; their result takes this place.
            StageResults.Skipped(StageNames.Tests, wanted.Includes(StageNames.Tests) ? "no test projects are configured" : null),
        ];
        var selfTest = options.SelfTest
            ? await new SelfTesting(session.Host, models, servers!, configuration, context).RunAsync(schemas, roundTrip, behaviour?.Stage, cancellationToken).ConfigureAwait(false)
            : null;
        var last = await LastPairReader.ReadAsync(options.Databases, models, context, cancellationToken).ConfigureAwait(false);
        var traced = await new FindingTracing(session.Host, configuration, context.Progress, last).TraceAsync(VerifyStages.WithOutside(stages, schemas), cancellationToken).ConfigureAwait(false);
        return new StagesRun(new Evidence(models, schemas, session.Project.Project.ProjectFile), traced, selfTest, session.Project, trip, behaviour?.Probes);
    }

    /// <summary>The results of the stages, and the schemas and servers that they were run on.</summary>
    private sealed record StagesRun(Evidence Evidence, IReadOnlyList<StageResult> Stages, SelfTestResult? SelfTest, BuiltProject Project, RoundTripResult? RoundTrip, ProbeMatrix? Probes);
}
