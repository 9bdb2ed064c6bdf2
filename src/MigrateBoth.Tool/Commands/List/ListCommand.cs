using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Several;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>Joins the two histories with those recorded in databases.</summary>
/// <param name="databases">Databases to ask.</param>
/// <param name="options">The project.</param>
internal sealed class ListCommand(IReadOnlyList<DatabaseOption> databases, ProjectOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var targets = databases.Select(database => database.Resolve(context.Console.WorkingDirectory)).ToList();
        var configuration = options.Load(context);
        await using var session = await ProjectSession.OpenAsync(configuration, options.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);

        var models = await session.DescribeAsync(cancellationToken).ConfigureAwait(false);
        var reader = new DatabaseReader(context, session.Host);
        var histories = await Task.WhenAll(targets.Select(target => ReadAsync(reader, target, cancellationToken))).ConfigureAwait(false);
        var others = histories.Any(history => history.Applied.Count > 0) ? await OtherContexts.ReadAsync(configuration, options, context, cancellationToken).ConfigureAwait(false) : [];
        var (own, foreign) = OtherMigrations.Apart(histories, models, others);
        return Joined(models, own, configuration.Baseline, context) with { Others = foreign };
    }

    private static ListResult Joined(EnginePair<EngineModel> models, IReadOnlyList<DatabaseHistory> histories, HistoryBaseline? baseline, CommandContext context)
    {
        try
        {
            return new ListResult(HistoryTable.Join(models, histories, baseline), histories, []);
        }
        catch (MigrateBothException exception) when (exception.Code == "baseline-not-found")
        {
            // The list shows the ids that are needed to correct the baseline.
            var warnings = new[] { new CommandWarning("baseline-not-found", $"{exception.Message} It is ignored here.") };
            CommandWarning.ShowAll(warnings, context.Progress);
            return new ListResult(HistoryTable.Join(models, histories, baseline: null), histories, warnings);
        }
    }

    private static async Task<DatabaseHistory> ReadAsync(DatabaseReader reader, DatabaseTarget target, CancellationToken cancellationToken)
    {
        var plan = await reader.ReadAsync(target, cancellationToken).ConfigureAwait(false);
        return new DatabaseHistory(target.Engine, target.Display, plan.DatabaseExists, plan.Applied);
    }
}
