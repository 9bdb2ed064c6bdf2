using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Script;

/// <summary>Writes the SQL of both sides, both files or neither.</summary>
/// <param name="output">The folder.</param>
/// <param name="from">Where the databases are, or null for none applied.</param>
/// <param name="to">Where they are to go, or null for the last.</param>
/// <param name="idempotent">Whether MySQL's script finds out itself what is applied.</param>
/// <param name="options">The project.</param>
internal sealed class ScriptCommand(string output, string? from, string? to, bool idempotent, ProjectOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(output, context.Console.WorkingDirectory);
        var configuration = options.Load(context);
        await using var session = await ProjectSession.OpenAsync(configuration, options.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);

        var models = await session.DescribeAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<EngineModel> sides = [models.Sqlite, models.MySql];
        var fromMigration = from is null ? null : MigrationReference.Resolve("--from", from, sides);
        var toMigration = to is null ? null : MigrationReference.Resolve("--to", to, sides);

        var (sqlite, mySql) = await ProjectSession.BothAsync(
            engine => session.Host.ScriptAsync(engine, fromMigration?[engine], toMigration?[engine], idempotent && engine == Engine.MySql, cancellationToken)).ConfigureAwait(false);
        var warnings = ScriptWarnings.For(models, configuration.Baseline, mySql, idempotent).ToList();

        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<PairFile> files =
        [
            new(Path.Combine(directory, "sqlite.sql"), ScriptHeader.Sqlite(fromMigration?.Sqlite, toMigration?.Sqlite, idempotent) + sqlite, MustBeNew: false),
            new(Path.Combine(directory, "mysql.sql"), ScriptHeader.MySql(fromMigration?.MySql, toMigration?.MySql, idempotent) + mySql, MustBeNew: false),
        ];
        Write(directory, files);

        CommandWarning.ShowAll(warnings, context.Progress);
        return new ScriptResult
        {
            SqliteFile = files[0].Path,
            MySqlFile = files[1].Path,
            From = fromMigration?.Text,
            To = toMigration?.Text,
            IsIdempotent = idempotent,
            Warnings = warnings,
            WorkingDirectory = context.Console.WorkingDirectory,
        };
    }

    private static void Write(string directory, IReadOnlyList<PairFile> files)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete, "output-not-writable", $"The folder '{directory}' cannot be made: {exception.Message}", "Name another folder with --output.", exception);
        }

        using var pairLock = PairLock.Acquire(directory, "script");
        PairRecovery.Recover(pairLock);

        // Without a byte order mark: the mysql client takes it for a part of the first statement.
        new PairWriter(pairLock, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).Write("script", files);
    }
}
