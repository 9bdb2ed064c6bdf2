using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Add;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>Verifies, writes the calls that correct what was found, and verifies again. Findings without a certain correction remain.</summary>
/// <param name="options">What is verified.</param>
/// <param name="edit">Whether the calls go into the last pair instead of a new one.</param>
internal sealed class FixCommand(VerifyOptions options, bool edit) : ICommand
{
    private const string Name = "CorrectDrift";

    /// <summary>Refuses a command line that asks for two things at once.</summary>
    /// <exception cref="MigrateBothException">64.</exception>
    public static void ThrowIfContradictory(VerifyOptions options, bool fix, bool edit)
    {
        if (edit && !fix)
        {
            throw new MigrateBothException(ExitCode.Usage, "contradicting-options", "--edit needs --fix.", "Write: verify --fix --edit.");
        }

        if (fix && options.Accept is not null)
        {
            throw new MigrateBothException(ExitCode.Usage, "contradicting-options", "--fix and --accept-current contradict each other.", "Correct first, and accept what is left.");
        }
    }

    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var first = await new VerifyCommand(options).ExecuteAsync(context, cancellationToken).ConfigureAwait(false);
        if (first is not CheckReportResult { Report: var report })
        {
            return first;
        }

        var corrections = report.Findings.Where(finding => finding is { Accepted: false, Fix: not null, Severity: > Severity.Info }).ToList();
        if (corrections.Count == 0)
        {
            return new FixResult(first, null, report.Findings.Any(finding => !finding.Accepted) ? "No finding has a certain correction. Nothing was written." : "There is nothing to correct.");
        }

        if (report.Stages.FirstOrDefault(stage => stage.Name == StageNames.History) is { Status: StageStatus.Failed or StageStatus.Incomplete })
        {
            return new FixResult(first, null, "The histories have to be in order before a pair can be written: correct the findings of stage history first. Nothing was written.");
        }

        var (written, refusal) = await WriteAsync(corrections, context, cancellationToken).ConfigureAwait(false);
        if (written is null)
        {
            return new FixResult(first, null, refusal!);
        }

        context.Progress.Info($"{written.Id}: {written.Corrections} written; verifying again");
        var again = options with { Project = options.Project with { Build = options.Project.Build with { NoBuild = false } } };
        return new FixResult(await new VerifyCommand(again).ExecuteAsync(context, cancellationToken).ConfigureAwait(false), written, null) { WorkingDirectory = context.Console.WorkingDirectory };
    }

    private async Task<(WrittenFix? Written, string? Refusal)> WriteAsync(IReadOnlyList<Finding> corrections, CommandContext context, CancellationToken cancellationToken)
    {
        var configuration = options.Project.Load(context, options.MySql.Image);
        using var pairLock = PairLock.Acquire(ProjectSession.DirectoryOf(configuration), "verify --fix");
        await using var session = await ProjectSession.OpenAsync(configuration, options.Project.Build, context, pairLock, cancellationToken).ConfigureAwait(false);
        return edit
            ? await LastPairAsync(session, pairLock, corrections, context, cancellationToken).ConfigureAwait(false)
            : await NewPairAsync(session, pairLock, corrections, context, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(WrittenFix? Written, string? Refusal)> LastPairAsync(
        ProjectSession session, PairLock pairLock, IReadOnlyList<Finding> corrections, CommandContext context, CancellationToken cancellationToken)
    {
        var models = await session.DescribeAsync(cancellationToken).ConfigureAwait(false);
        return await LastPairReader.ReadAsync(options.Databases, models, context, cancellationToken).ConfigureAwait(false) switch
        {
            null => (null, "The last migrations of the two engines are no pair. Nothing was written."),
            { AppliedTo: { } database, Id: var id } => (null, $"{database} has {id} already, so it stays as it is: leave --edit out to write a new pair. Nothing was written."),
            _ => await FixFiles.IntoLastAsync(session, pairLock, corrections, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<(WrittenFix? Written, string? Refusal)> NewPairAsync(
        ProjectSession session, PairLock pairLock, IReadOnlyList<Finding> corrections, CommandContext context, CancellationToken cancellationToken)
    {
        var histories = await session.HistoriesAsync(cancellationToken).ConfigureAwait(false);
        var migrations = histories.Sqlite.Migrations.Concat(histories.MySql.Migrations).ToList();
        var name = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? Name : $"{Name}{number}")
            .First(candidate => !migrations.Exists(migration => migration.Name.Equals(candidate, StringComparison.OrdinalIgnoreCase)));
        var timestamp = MigrationTimestamp.Next(context.Services.Clock.GetUtcNow(), migrations.Select(migration => migration.Id));
        var (sqlite, mySql) = await ProjectSession.BothAsync(engine => session.Host.ScaffoldAsync(engine, timestamp, name, cancellationToken)).ConfigureAwait(false);
        return FixFiles.IntoNew(pairLock, [sqlite, mySql], corrections);
    }
}

/// <summary>What was corrected, and the check after it.</summary>
/// <param name="Check">The last check.</param>
/// <param name="Written">The pair that holds the corrections; null where none were written.</param>
/// <param name="Refusal">Why none were written, or null.</param>
internal sealed record FixResult(ICommandResult Check, WrittenFix? Written, string? Refusal) : ICommandResult
{
    /// <summary>What paths are shown relative to.</summary>
    public string WorkingDirectory { get; init; } = string.Empty;

    public ExitCode ExitCode => Check.ExitCode;

    public string Outcome => Check.Outcome;

    public void WriteError(TextWriter error) => Check.WriteError(error);

    public void WriteText(TextOutput output)
    {
        output.Line(Written is { } written ? $"Wrote {written.Corrections} into {written.Id}; this is the check after it:" : Refusal!, Written is null ? TextStyle.Warning : TextStyle.Good);
        foreach (var file in Written?.Files ?? [])
        {
            output.Line($"  {PathText.Short(file, WorkingDirectory)}", TextStyle.Faint);
        }

        output.Line();
        Check.WriteText(output);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        Check.WriteJson(json);
        json.WriteStartObject("fix");
        json.WriteString("migration", Written?.Id);
        json.WriteNumber("corrections", Written?.Calls ?? 0);
        json.WriteString("refusal", Refusal);
        json.WriteStartArray("files");
        foreach (var file in Written?.Files ?? [])
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
