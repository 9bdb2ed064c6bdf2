using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Locks;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>
/// Applies migrations to the databases given, both at once. Everything that can be known before is looked at first, on both
/// engines: locks, leftovers, and all SQL, because on MySQL there is no way back from a half-applied migration (M-33).
/// </summary>
/// <param name="options">What was requested.</param>
internal sealed class ApplyCommand(ApplyOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var targets = options.Databases.Select(database => database.Resolve(context.Console.WorkingDirectory)).ToList();
        var configuration = options.Project.Load(context);
        await using var session = await ProjectSession.OpenAsync(configuration, options.Project.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);

        var plans = await PlanAsync(session, targets, context, cancellationToken).ConfigureAwait(false);
        var warnings = plans.SelectMany(ApplyWarnings.For).Concat(options.LockTimeout is null ? [ApplyWarnings.NoLock] : []).ToList();
        CommandWarning.ShowAll(warnings, context.Progress);
        if (options.DryRun)
        {
            return new DryRunResult(plans, warnings, ShowSql: context.Options.Verbose);
        }

        Show(plans, context.Progress);
        var outcomes = await Task.WhenAll(plans.Select(plan => ApplyAsync(session, plan, context.Progress, cancellationToken))).ConfigureAwait(false);
        var result = new ApplyResult(outcomes, warnings);
        if (cancellationToken.IsCancellationRequested)
        {
            // The process ends with the signal's exit code, yet what is half done must not be kept from the user.
            result.WriteLines(line => context.Progress.Warning(line));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return result;
    }

    private static void Show(IReadOnlyList<DatabasePlan> plans, IProgressDisplay progress)
    {
        foreach (var line in plans.SelectMany(plan => PlanText.Lines(plan, showSql: false)))
        {
            progress.Info(line);
        }
    }

    private async Task<IReadOnlyList<DatabasePlan>> PlanAsync(
        ProjectSession session, IReadOnlyList<DatabaseTarget> targets, CommandContext context, CancellationToken cancellationToken)
    {
        using var step = context.Progress.Begin("plan");
        try
        {
            var plans = await PlanAllAsync(session, targets, context, cancellationToken).ConfigureAwait(false);
            step.Succeed();
            return plans;
        }
        catch (MigrateBothException)
        {
            step.Fail();
            throw;
        }
    }

    private async Task<IReadOnlyList<DatabasePlan>> PlanAllAsync(
        ProjectSession session, IReadOnlyList<DatabaseTarget> targets, CommandContext context, CancellationToken cancellationToken)
    {
        var models = await Task.WhenAll(targets.Select(target => session.Host.DescribeAsync(target.Engine, cancellationToken))).ConfigureAwait(false);
        var to = options.To is null ? null : MigrationReference.Resolve("--to", options.To, models);
        return await Task.WhenAll(targets.Zip(models, (target, model) => PlanAsync(session, target, model, to?[target.Engine], context, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<DatabasePlan> PlanAsync(
        ProjectSession session, DatabaseTarget target, EngineModel model, string? to, CommandContext context, CancellationToken cancellationToken)
    {
        var obstacles = await LookAsync(target, context, cancellationToken).ConfigureAwait(false);
        var migrations = await session.Host.PlanApplyAsync(target.Engine, target.ConnectionString, to, cancellationToken).ConfigureAwait(false);

        IReadOnlyList<MigrationOperations> operations = migrations.Pending.Count > 0
            ? await session.Host.OperationsAsync(target.Engine, cancellationToken).ConfigureAwait(false)
            : [];

        var plan = new DatabasePlan(target, model, migrations, operations, to, obstacles);
        if (!options.DryRun)
        {
            plan.ThrowIfLeftoversInTheWay();
        }

        return plan;
    }

    private async Task<MigrationObstacles> LookAsync(DatabaseTarget target, CommandContext context, CancellationToken cancellationToken)
    {
        if (options.LockTimeout is not { } timeout)
        {
            // Looking who holds the lock takes the functions that the server refuses.
            return MigrationObstacles.None;
        }

        var gate = new MigrationLockGate(context.Services.LockInspector(target.Engine), target, timeout, context.Progress, context.Services.Clock);
        return options.DryRun
            ? await gate.LookAsync(cancellationToken).ConfigureAwait(false)
            : await gate.PassAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<DatabaseOutcome> ApplyAsync(ProjectSession session, DatabasePlan plan, IProgressDisplay progress, CancellationToken cancellationToken)
    {
        if (plan.Migrations.Pending.Count == 0)
        {
            return new DatabaseOutcome(plan, Run: null, Error: null);
        }

        using var step = progress.Begin($"apply to {plan.Target.Engine.DisplayName()}");
        try
        {
            var run = await session.Host.ApplyAsync(plan.Target.Engine, plan.Target.ConnectionString, plan.To, options.LockTimeout, cancellationToken).ConfigureAwait(false);
            if (run.Failure is null)
            {
                step.Succeed($"{run.Completed.Count} migration(s)");
            }
            else
            {
                step.Fail();
            }

            return new DatabaseOutcome(plan, run, Error: null);
        }
        catch (MigrateBothException exception)
        {
            // The other engine continues, and what became of it is reported too.
            step.Fail();
            return new DatabaseOutcome(plan, Run: null, exception);
        }
    }
}
