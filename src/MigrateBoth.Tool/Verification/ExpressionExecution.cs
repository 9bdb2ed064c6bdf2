using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Verification;

/// <summary>Runs expressions that look alike on both scratch servers. A server that is not there is what the verdicts say, never equality.</summary>
internal static class ExpressionExecution
{
    public static async Task<IReadOnlyList<ExpressionVerdict>> RunAsync(
        EnginePair<DatabaseSchema> schemas, IReadOnlyList<ExpressionPair> expressions, EnginePair<EngineModel>? models, Func<Engine, Task<IScratchServer>> servers, CommandContext context, CancellationToken cancellationToken)
    {
        if (expressions.Count == 0)
        {
            return [];
        }

        using var step = context.Progress.Begin("expressions");
        try
        {
            var plan = ExecutionPlanner.Plan(schemas, expressions, models);
            var (sqlite, mySql) = (await servers(Engine.Sqlite).ConfigureAwait(false), await servers(Engine.MySql).ConfigureAwait(false));
            var verdicts = await context.Services.Expressions(plan, sqlite, mySql, cancellationToken).ConfigureAwait(false);
            step.Succeed($"{verdicts.Count(verdict => verdict.Obstacle is null)} of {verdicts.Count} run on both engines");
            return verdicts;
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            step.Fail();
            return [.. expressions.Select(pair => new ExpressionVerdict(pair, null, exception.Message.Split('\n')[0]))];
        }
    }
}
