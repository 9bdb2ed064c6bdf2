using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Policy;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Scratch;
using MigrateBoth.Tool.Sessions;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>
/// Compares two schemas. Databases that were named are only read; what the project builds is built in scratch databases. Two databases
/// need no project.
/// </summary>
internal sealed class DiffCommand(DiffOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var frame = CheckFrame.Open("diff", options.Project, options.Check, context, image: options.MySql.Image);
        var configuration = frame.Configuration;
        DatabaseTarget?[] targets = [Resolve(options.Left, context), Resolve(options.Right, context)];
        RefuseSame(targets);
        frame.ClearReports();
        var pair = await frame.GatherAsync(ReadAsync(context, configuration, targets, cancellationToken)).ConfigureAwait(false);
        var result = frame.Write(frame.Empty with
        {
            ProjectFile = pair.Evidence?.ProjectFile,
            Engines = DiffDescription.Servers(pair),
            Model = pair.Models is null ? null : ModelReader.Describe(pair.Models),
            Compared = [pair.Left.Describe(), pair.Right.Describe()],
            Ignored = DiffDescription.Ignored(pair),
            Schemas = pair.Schemas,
            Stages = Judge(DiffStages.Run(pair), configuration, context.Services.Today()),
            Error = pair.Error,
        });
        return options.Sql && DiffStages.Sql(pair, context.Services.SchemaWriter) is { } sql ? new SqlResult(result, sql) : result;
    }

    private static DatabaseTarget? Resolve(DiffOperand operand, CommandContext context) => operand.Connection is { } connection
        ? new DatabaseOption(operand.Engine, connection).Resolve(context.Console.WorkingDirectory)
        : null;

    /// <summary>Two variables that hold the same value by mistake must not come out as a passed gate.</summary>
    private void RefuseSame(DatabaseTarget?[] targets)
    {
        var isSame = targets is [{ } left, { } right]
            ? (left.Engine, left.Display) == (right.Engine, right.Display)
            : options.Left == options.Right;
        if (isSame)
        {
            throw new MigrateBothException(
                ExitCode.Usage,
                "same-sides",
                $"A and B are the same: {(targets[0] is { } target ? LiveDatabase.NameOf(target) : options.Left)}. Compared with itself everything is equal.",
                "Name two different sides. If they come from variables, both hold the same value.");
        }
    }

    private async Task<DiffPair> ReadAsync(
        CommandContext context, MigrateBothConfiguration configuration, DatabaseTarget?[] targets, CancellationToken cancellationToken)
    {
        var foreign = new ForeignTables(configuration.Ignore, []);

        // What is there is read first: whether it can be is known in a moment, the project takes longer to build.
        var reader = new LiveDatabaseReader(context);
        var live = await reader.ReadAsync(targets, LiveDatabaseReader.DefaultHistoryTable, cancellationToken).ConfigureAwait(false);
        var needsProject = options.Left.IsBuilt || options.Right.IsBuilt;
        if (!needsProject || live.Any(database => database?.Obstacle is not null))
        {
            live = LiveDatabase.Without(live, foreign, models: null);
            return await ExecutedAsync(DiffPair.Of(options, live, evidence: null) with { LeftOut = foreign.Describe() }, null, configuration, context, cancellationToken).ConfigureAwait(false);
        }

        var servers = RunServers.Begin(context, options.MySql.RequestFor(context.Console, configuration), EngineNames.All.Where(IsBuiltOn), cancellationToken);
        await using var scope = servers.ConfigureAwait(false);
        var others = live.Any(database => database is not null) ? await OtherContexts.ReadAsync(configuration, options.Project, context, cancellationToken).ConfigureAwait(false) : [];
        foreign = new ForeignTables(configuration.Ignore, others);
        var evidence = await BuildAsync(configuration, servers, foreign.In(context), cancellationToken).ConfigureAwait(false);
        live = LiveDatabase.Without(await reader.ReadAgainAsync(live, evidence.Models, cancellationToken).ConfigureAwait(false), foreign, evidence.Models);
        var pair = await reader.WithRecordedAsync(DiffPair.Of(options, live, evidence) with { LeftOut = foreign.Describe() }, others, cancellationToken).ConfigureAwait(false);
        return await ExecutedAsync(pair, servers, configuration, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the project's migrations and models build, on the engines that were named.</summary>
    private async Task<Evidence> BuildAsync(MigrateBothConfiguration configuration, RunServers servers, CommandContext context, CancellationToken cancellationToken)
    {
        await using var session = await ProjectSession.OpenAsync(configuration, options.Project.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
        var models = await session.DescribeAsync(cancellationToken).ConfigureAwait(false);
        await using var reading = await SchemaReading.ReadAsync(session.Host, models, servers, context, copies: false, keepsModel: false, cancellationToken).ConfigureAwait(false);
        return new Evidence(models, reading.Schemas, session.Project.Project.ProjectFile);
    }

    /// <summary>
    /// With the expressions that look alike on two engines run on scratch servers: nothing is run in a database that was named. Constants need no
    /// server to be compared.
    /// </summary>
    private async Task<DiffPair> ExecutedAsync(
        DiffPair pair, RunServers? servers, MigrateBothConfiguration configuration, CommandContext context, CancellationToken cancellationToken)
    {
        if (DiffStages.Expressions(pair) is not { } work || !work.Expressions.Any(expression => expression.NeedsRunning))
        {
            return pair;
        }

        var missing = EngineNames.All.Where(engine => servers?.Engines.Contains(engine) != true).ToList();
        var more = RunServers.Begin(context, options.MySql.RequestFor(context.Console, configuration), missing, cancellationToken);
        await using var scope = more.ConfigureAwait(false);
        return pair with
        {
            Verdicts = await ExpressionExecution.RunAsync(
                work.Schemas, work.Expressions, pair.Models, engine => missing.Contains(engine) ? more.GetAsync(engine) : servers!.GetAsync(engine), context, cancellationToken).ConfigureAwait(false),
        };
    }

    private bool IsBuiltOn(Engine engine) =>
        (options.Left.IsBuilt && options.Left.Engine == engine) || (options.Right.IsBuilt && options.Right.Engine == engine);

    /// <summary>
    /// The configuration has its say, as in <c>verify</c>; but an acceptance that is meant for <c>verify</c> is not stale because these two
    /// sides do not differ there.
    /// </summary>
    private IReadOnlyList<StageResult> Judge(IReadOnlyList<StageResult> stages, MigrateBothConfiguration configuration, DateOnly today)
    {
        var findings = stages.SelectMany(stage => stage.Findings).ToList();
        var concerned = configuration with { Accept = [.. configuration.Accept.Where(acceptance => findings.Any(acceptance.Covers))] };
        return FindingPolicy.Of(concerned, options.Check.FailOn, today).Apply(stages);
    }
}
