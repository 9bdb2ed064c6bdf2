using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>Something that does not stop the command and that its user should know.</summary>
/// <param name="Code">A stable identifier in kebab-case.</param>
/// <param name="Message">What it is and what follows from it.</param>
internal sealed record CommandWarning(string Code, string Message)
{
    /// <summary>Writes the warning to stderr immediately.</summary>
    public static void ShowAll(IEnumerable<CommandWarning> warnings, IProgressDisplay progress)
    {
        foreach (var warning in warnings)
        {
            progress.Warning(warning.Message);
        }
    }

    /// <summary>Writes the <c>warnings</c> member.</summary>
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<CommandWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>Warns if the two histories do not match in pairs; <c>status</c> reports the details.</summary>
internal static class HistoryWarnings
{
    /// <summary>A warning when a migration after the baseline exists on one side only, or the baseline itself is wrong.</summary>
    public static IEnumerable<CommandWarning> Unpaired(EnginePair<EngineHistory> histories, HistoryBaseline? baseline)
    {
        MigrationPairing pairing;
        try
        {
            pairing = MigrationPairing.Of(Compared(histories.Sqlite, baseline), Compared(histories.MySql, baseline));
        }
        catch (MigrateBothException exception) when (exception.Code == "baseline-not-found")
        {
            // For a check it is the end; here the work is done, and what is left is to tell.
            return [new CommandWarning("baseline-not-found", $"{exception.Message} {exception.Hint}")];
        }

        var (onlySqlite, onlyMySql) = (pairing.SqliteOnly.Count + pairing.Renamed.Count, pairing.MySqlOnly.Count + pairing.Renamed.Count);
        return onlySqlite + onlyMySql == 0 ? [] :
        [
            new CommandWarning(
                "unpaired-history",
                $"The histories are no pairs{(baseline is null ? string.Empty : " after the baseline")}: {onlySqlite} migration(s) exist on SQLite only, {onlyMySql} on MySQL only. 'dotnet migrate-both status' names them."),
        ];
    }

    private static IReadOnlyList<MigrationDescription> Compared(EngineHistory history, HistoryBaseline? baseline) =>
        ComparedMigrations.Of(history.Engine, history.Migrations, baseline);
}

/// <summary>
/// With <c>--no-build</c> the last build speaks for the files. After an <c>add</c> it does not know the newest pair: a second
/// <c>add</c> would scaffold the same changes again, and <c>remove</c> would take the pair before the last.
/// </summary>
internal static class StaleBuild
{
    /// <summary>Refuses to change migrations that were written after the build.</summary>
    /// <param name="build">How the project was built.</param>
    /// <param name="migrations">The project of one side's migrations.</param>
    /// <param name="files">The files that are about to be written or deleted; their folders are looked at.</param>
    /// <exception cref="MigrateBothException"><c>stale-build</c> (2).</exception>
    public static void ThrowIfAny(BuildSettings build, ProjectOutput migrations, IEnumerable<string> files)
    {
        if (!build.NoBuild)
        {
            return;
        }

        var built = File.GetLastWriteTimeUtc(migrations.AssemblyPath);
        var newer = files.Select(file => Path.GetDirectoryName(file)!).Distinct().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"))
            .FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > built);
        if (newer is not null)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "stale-build",
                $"'{newer}' is newer than the build of {migrations.AssemblyName}, so the build does not contain the current migrations. Nothing was changed.",
                "Leave out --no-build, or build first.");
        }
    }
}
