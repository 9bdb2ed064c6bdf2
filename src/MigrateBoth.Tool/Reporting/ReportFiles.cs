using System.Text;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Writes report files, each whole or not at all.</summary>
internal static class ReportFiles
{
    /// <summary>Writes all of them.</summary>
    /// <exception cref="MigrateBothException">2: a file cannot be written.</exception>
    public static void Write(CheckReport report, IReadOnlyList<ReportTarget> targets)
    {
        foreach (var target in targets)
        {
            Write(target.Path, target.Writer.Render(report));
        }
    }

    private static void Write(string path, string text)
    {
        // Beside the target, so that the last step is a rename within one file system and a reader never sees half a file.
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw new MigrateBothException(
                ExitCode.Incomplete, "report-not-written", $"The report '{path}' could not be written: {exception.Message}", "Name a path that can be written to.", exception);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The same cause as the failure that is about to be reported; there is nothing to add to it.
        }
    }
}
