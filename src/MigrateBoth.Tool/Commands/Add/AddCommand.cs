using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Sessions;

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
        var half = HalfMigration.Of(name, histories);
        half?.EnsureCompletable(await session.DescribeAsync(cancellationToken).ConfigureAwait(false));
        if (half is null)
        {
            MigrationName.RequireNew(name, histories);
        }

        var ids = histories.Sqlite.Migrations.Concat(histories.MySql.Migrations).Select(migration => migration.Id);
        var timestamp = half is null ? MigrationTimestamp.Next(context.Services.Clock.GetUtcNow(), ids) : MigrationTimestamp.Of(half.Id);
        var sides = await ScaffoldAsync(session, half, timestamp, context, cancellationToken).ConfigureAwait(false);
        SharedId.Require(sides);
        foreach (var side in sides)
        {
            var project = session.Project.Migrations(side.Engine);
            StaleBuild.ThrowIfAny(options.Build, project, side.Files.Select(file => file.Path));
            NameCollision.ThrowIfAny(name, side, AssemblyTypes.Read(project.AssemblyPath), histories[side.Engine].Migrations);
        }

        var apart = SharedAssembly.Check(histories, session.Project, sides);

        // The last moment to turn back: from here on the files are written to the end.
        cancellationToken.ThrowIfCancellationRequested();
        var files = sides.SelectMany(ScaffoldedFiles.ToPairFiles).ToList();
        new PairWriter(pairLock).Write($"add {sides[0].Id}", files);

        var warnings = apart.Concat(AddWarnings.For(half is null ? HistoryWarnings.Unpaired(histories, configuration.Baseline) : [], sides, timestamp, context.Services.Clock.GetUtcNow())).ToList();
        CommandWarning.ShowAll(warnings, context.Progress);
        return new AddResult
        {
            Id = sides[0].Id,
            Name = half is null ? name : sides[0].Id[(timestamp.Length + 1)..],
            Sides = sides,
            Files = [.. files.Select(file => file.Path)],
            Warnings = warnings,
            WorkingDirectory = context.Console.WorkingDirectory,
        };
    }

    private async Task<IReadOnlyList<ScaffoldedMigration>> ScaffoldAsync(
        ProjectSession session, HalfMigration? half, string timestamp, CommandContext context, CancellationToken cancellationToken)
    {
        using var step = context.Progress.Begin("scaffold");
        IReadOnlyList<ScaffoldedMigration> sides;
        if (half is null)
        {
            var (sqlite, mySql) = await ProjectSession.BothAsync(engine => session.Host.ScaffoldAsync(engine, timestamp, name, cancellationToken)).ConfigureAwait(false);
            sides = [sqlite, mySql];
        }
        else
        {
            sides = [await session.Host.ScaffoldAsync(half.Missing, timestamp, half.Id[(timestamp.Length + 1)..], cancellationToken).ConfigureAwait(false)];
        }

        step.Succeed();
        return sides;
    }
}
