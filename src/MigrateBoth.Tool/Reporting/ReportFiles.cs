using System.Text;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Writes report files, each whole or not at all.</summary>
internal static class ReportFiles
{
    /// <summary>Removes the reports of an earlier run, so that none of them is taken for this one's if this one ends early.</summary>
    /// <exception cref="MigrateBothException">2: a file cannot be removed.</exception>
    public static void Clear(IReadOnlyList<ReportTarget> targets)
    {
        foreach (var target in targets)
        {
            try
            {
                File.Delete(target.Path);
            }
            catch (DirectoryNotFoundException)
            {
                // Then there is no earlier report either.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw NotWritten(target.Path, exception);
            }
        }
    }

    /// <summary>Writes all of them.</summary>
    /// <returns>The report; with an error in it, and so incomplete, when a file could not be written.</returns>
    public static CheckReport Write(CheckReport report, IReadOnlyList<ReportTarget> targets)
    {
        try
        {
            foreach (var target in targets)
            {
                Write(target.Path, target.Writer.Render(report));
            }

            return report;
        }
        catch (MigrateBothException exception)
        {
            return report with { Error = report.Error ?? ReportError.From(exception) };
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
            throw NotWritten(path, exception);
        }
    }

    private static MigrateBothException NotWritten(string path, Exception exception) =>
        new(ExitCode.Incomplete, "report-not-written", $"The report '{path}' could not be written: {exception.Message}", "Name a path that can be written to.", exception);

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
