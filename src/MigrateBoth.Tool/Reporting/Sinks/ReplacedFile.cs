using System.Text;

namespace MigrateBoth.Tool.Reporting.Sinks;

/// <summary>A file of the report's own.</summary>
/// <param name="path">The absolute path.</param>
internal sealed class ReplacedFile(string path) : IReportSink
{
    public long Room => long.MaxValue;

    public IReportSink For(string? name) => name is null
        ? this
        : new ReplacedFile(Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{name}{Path.GetExtension(path)}"));

    public void ThrowIfTaken() => OwnReports.ThrowIfForeign(path, "report");

    public void Clear()
    {
        ThrowIfTaken();
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Then there is no earlier report either.
        }
        catch (Exception exception) when (SinkFailure.IsOf(exception))
        {
            throw SinkFailure.Of(path, exception);
        }
    }

    public void Write(string text)
    {
        ThrowIfTaken();

        // Beside the target, so that the last step is a rename within one file system and a reader never sees half a file.
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (SinkFailure.IsOf(exception))
        {
            TryDelete(temporary);
            throw SinkFailure.Of(path, exception);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (SinkFailure.IsOf(exception))
        {
            // The same cause as the failure that is about to be reported; there is nothing to add to it.
        }
    }
}
