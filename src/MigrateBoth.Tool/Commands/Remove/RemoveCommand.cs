using MigrateBoth.Core;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Remove;

/// <summary>Removes the last pair of migrations: its files are deleted and both snapshots are restored.</summary>
/// <param name="databases">Databases that must not have it applied.</param>
/// <param name="force">Whether it goes even if they have.</param>
/// <param name="options">The project.</param>
internal sealed class RemoveCommand(IReadOnlyList<DatabaseOption> databases, bool force, ProjectOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var targets = databases.Select(database => database.Resolve(context.Console.WorkingDirectory)).ToList();
        var configuration = options.Load(context);
        using var pairLock = PairLock.Acquire(ProjectSession.DirectoryOf(configuration), "remove");
        await using var session = await ProjectSession.OpenAsync(configuration, options.Build, context, pairLock, cancellationToken).ConfigureAwait(false);

        var histories = await session.HistoriesAsync(cancellationToken).ConfigureAwait(false);
        var sides = await ProjectSession.BothAsync(engine => session.Host.PlanRemovalAsync(engine, cancellationToken)).ConfigureAwait(false);
        var (sqlite, mySql) = RemovedPair.Require(sides.Sqlite, sides.MySql, histories, configuration.Baseline);
        StaleBuild.ThrowIfAny(options.Build, session.Project.SqliteMigrations, sqlite.Files.Select(file => file.Path));
        StaleBuild.ThrowIfAny(options.Build, session.Project.MySqlMigrations, mySql.Files.Select(file => file.Path));
        var warnings = await new AppliedCheck(new DatabaseReader(context, session.Host), force).RunAsync(engine => engine == Engine.Sqlite ? sqlite.Id : mySql.Id, targets, cancellationToken).ConfigureAwait(false);

        // The last moment to turn back: from here on the files are written to the end.
        cancellationToken.ThrowIfCancellationRequested();
        var files = sqlite.Files.Concat(mySql.Files).Select(file => new PairFile(file.Path, file.Content, MustBeNew: false)).ToList();
        new PairWriter(pairLock).Write($"remove {sqlite.Id}", files);

        CommandWarning.ShowAll(warnings, context.Progress);
        return new RemoveResult
        {
            Id = sqlite.Id,
            Deleted = [.. files.Where(file => file.Content is null).Select(file => file.Path)],
            Restored = [.. files.Where(file => file.Content is not null).Select(file => file.Path)],
            Warnings = warnings,
            WorkingDirectory = context.Console.WorkingDirectory,
        };
    }
}
