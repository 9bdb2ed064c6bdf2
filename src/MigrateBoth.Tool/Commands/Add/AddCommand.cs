using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>Scaffolds a migration per engine from one build and one host, and writes both or neither.</summary>
/// <param name="name">The migration's name.</param>
/// <param name="options">The project.</param>
internal sealed class AddCommand(string name, ProjectOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        MigrationName.RequireIdentifier(name);
        var configuration = options.Load(context);
        using var pairLock = PairLock.Acquire(ProjectSession.DirectoryOf(configuration), $"add {name}");
        await using var session = await ProjectSession.OpenAsync(configuration, options.Build, context, pairLock, cancellationToken).ConfigureAwait(false);

        var histories = await session.HistoriesAsync(cancellationToken).ConfigureAwait(false);
        MigrationName.RequireNew(name, histories);
        var ids = histories.Sqlite.Migrations.Concat(histories.MySql.Migrations).Select(migration => migration.Id);
        var timestamp = MigrationTimestamp.Next(context.Services.Clock.GetUtcNow(), ids);

        var (sqlite, mySql) = await ScaffoldAsync(session, timestamp, context, cancellationToken).ConfigureAwait(false);
        StaleBuild.ThrowIfAny(options.Build, session.Project.SqliteMigrations, sqlite.Files.Select(file => file.Path));
        StaleBuild.ThrowIfAny(options.Build, session.Project.MySqlMigrations, mySql.Files.Select(file => file.Path));
        NameCollision.ThrowIfAny(name, sqlite, AssemblyTypes.Read(session.Project.SqliteMigrations.AssemblyPath));
        NameCollision.ThrowIfAny(name, mySql, AssemblyTypes.Read(session.Project.MySqlMigrations.AssemblyPath));

        // The last moment to turn back: from here on the files are written to the end.
        cancellationToken.ThrowIfCancellationRequested();
        var files = ScaffoldedFiles.ToPairFiles(sqlite).Concat(ScaffoldedFiles.ToPairFiles(mySql)).ToList();
        new PairWriter(pairLock).Write($"add {sqlite.Id}", files);

        var warnings = AddWarnings.For(histories, configuration.Baseline, sqlite, mySql, timestamp, context.Services.Clock.GetUtcNow()).ToList();
        CommandWarning.ShowAll(warnings, context.Progress);
        return new AddResult
        {
            Id = sqlite.Id,
            Name = name,
            Sqlite = sqlite.Operations,
            MySql = mySql.Operations,
            Files = [.. files.Select(file => file.Path)],
            Warnings = warnings,
            WorkingDirectory = context.Console.WorkingDirectory,
        };
    }

    private async Task<(ScaffoldedMigration Sqlite, ScaffoldedMigration MySql)> ScaffoldAsync(
        ProjectSession session, string timestamp, CommandContext context, CancellationToken cancellationToken)
    {
        using var step = context.Progress.Begin("scaffold");
        var sides = await ProjectSession.BothAsync(engine => session.Host.ScaffoldAsync(engine, timestamp, name, cancellationToken)).ConfigureAwait(false);
        step.Succeed();
        return sides;
    }
}
