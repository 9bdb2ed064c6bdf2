using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.Reporting;

namespace MigrateBoth.Tool.Commands.Test;

/// <summary>Writes the results that <c>merge</c> needs, completely or not at all.</summary>
internal static class ResultsFile
{
    /// <summary>Removes the file of an earlier run, so that it is not taken for this one's.</summary>
    /// <exception cref="MigrateBothException">78: it is another kind of file. 2: it cannot be removed.</exception>
    public static void Clear(string path) => Try(path, () =>
    {
        OwnReports.ThrowIfForeign(path, "results file");
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    });

    /// <summary>Writes the results of a part to a file.</summary>
    /// <exception cref="MigrateBothException">2: it cannot be written.</exception>
    public static void Write(string path, ShardResults results) => Try(path, () =>
    {
        OwnReports.ThrowIfForeign(path, "results file");
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(temporary, Redaction.MaskJson(ShardFile.Write(results)));
        File.Move(temporary, path, overwrite: true);
    });

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
