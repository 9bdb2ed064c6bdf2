using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Processes;

namespace MigrateBoth.Tool.Projects;

/// <summary>Turns a failed build's output into one error that shows what the compiler said.</summary>
internal static partial class BuildErrors
{
    private const string Code = "build-failed";
    private const int Shown = 20;

    /// <summary>The error for a failed build, with the compiler's messages.</summary>
    public static MigrateBothException From(string projectFile, ProcessRun run)
    {
        var lines = Lines(run.Error).Concat(Lines(run.Out)).ToList();
        var errors = lines.Where(line => Canonical().IsMatch(line)).Distinct(StringComparer.Ordinal).ToList();
        // Something other than MSBuild failed: show the last lines of its output.
        var shown = errors.Count > 0 ? errors.Take(Shown).ToList() : lines.TakeLast(Shown).ToList();
        var more = errors.Count > Shown ? $"\n  and {errors.Count - Shown} more" : string.Empty;
        return new MigrateBothException(
            ExitCode.Incomplete,
            Code,
            $"The build of {projectFile} failed:\n  {string.Join("\n  ", shown)}{more}",
            $"'dotnet build {projectFile}' shows everything.");
    }

    /// <summary>Whether a failed build lacks what a restore provides.</summary>
    public static bool IsAboutRestore(MigrateBothException exception) => exception.Code == Code && Restore().IsMatch(exception.Message);

    /// <summary>The lines of an output that say something.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // "file(line,column): error CODE: text [project]", and the same without a place.
    [GeneratedRegex(@"(^|: )(fatal )?error( [A-Z]+[0-9]+)?\s*: ", RegexOptions.CultureInvariant)]
    private static partial Regex Canonical();

    [GeneratedRegex(@"error (NETSDK|NU)[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Restore();
}
