using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Sharding;

namespace MigrateBoth.Tool.Commands.Test;

/// <summary>Writes what <c>merge</c> needs, whole or not at all.</summary>
internal static class ResultsFile
{
    /// <summary>Removes the file of an earlier run, so that it is not taken for this one's.</summary>
    public static void Clear(string path) => Try(path, () =>
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    });

    /// <summary>Writes.</summary>
    /// <exception cref="MigrateBothException">2: it cannot be written.</exception>
    public static void Write(string path, ShardResults results) => Try(path, () =>
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(temporary, ShardFile.Write(results with { Result = Masked(results.Result) }));
        File.Move(temporary, path, overwrite: true);
    });

    /// <summary>A failure's message may quote a connection string.</summary>
    private static SuiteResult Masked(SuiteResult result) => result with
    {
        Tests = [.. result.Tests.Select(test => test with { Sqlite = Masked(test.Sqlite), MySql = Masked(test.MySql) })],
        Findings = [.. result.Findings.Select(finding => finding with { Message = Masked(finding.Message)!, Expected = Masked(finding.Expected), Actual = Masked(finding.Actual) })],
        Obstacles = [.. result.Obstacles.Select(obstacle => obstacle with { Reason = Masked(obstacle.Reason)! })],
    };

    private static TestCell? Masked(TestCell? cell) => cell is null ? null : cell with { Message = Masked(cell.Message) };

    private static string? Masked(string? text) => text is null ? null : Redaction.MaskSecrets(text);

    private static void Try(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete, "results-not-written", $"The results '{path}' could not be written: {exception.Message}", "Name a path that can be written to.", exception);
        }
    }
}
