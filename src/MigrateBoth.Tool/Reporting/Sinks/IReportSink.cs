using System.Text;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Reporting.Sinks;

/// <summary>Where a report goes.</summary>
internal interface IReportSink
{
    /// <summary>How many bytes of UTF-8 it still takes.</summary>
    long Room { get; }

    /// <summary>Refuses a place that holds something else than a report.</summary>
    /// <exception cref="MigrateBothException">78: what is there is not a report of this tool. 2: it cannot be read.</exception>
    void ThrowIfTaken()
    {
        // Most places hold nothing that could be lost.
    }

    /// <summary>Removes the report of an earlier run, so that it is not taken for this one's if this one ends early.</summary>
    /// <exception cref="MigrateBothException">2: it cannot be removed.</exception>
    void Clear();

    /// <summary>Where the report of one of several configurations goes, for formats that cannot hold several.</summary>
    /// <param name="name">A word for the configuration; null for <c>migrateboth.json</c>.</param>
    IReportSink For(string? name) => this;

    /// <summary>Writes the report, completely or not at all.</summary>
    /// <exception cref="MigrateBothException">2: it cannot be written.</exception>
    void Write(string text);
}

/// <summary>What is said when a report cannot be written.</summary>
internal static class SinkFailure
{
    /// <summary>Whether an exception is about the destination and not an internal error of the tool.</summary>
    public static bool IsOf(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>The error to report.</summary>
    public static MigrateBothException Of(string path, Exception exception) =>
        new(ExitCode.Incomplete, "report-not-written", $"The report '{path}' could not be written: {exception.Message}", "Name a path that can be written to.", exception);
}

/// <summary>stderr: the build server's runner reads commands there as well, and stdout stays the result's.</summary>
internal sealed class ErrorStream(TextWriter error) : IReportSink
{
    public long Room => long.MaxValue;

    public void Clear()
    {
        // What has been printed stays printed.
    }

    public void Write(string text)
    {
        error.Write(text);
        error.Flush();
    }
}

/// <summary>
/// A file that others write to as well: the build server's summary of a step, to which each command of the step adds its part, or a
/// device. Nothing is ever removed from it.
/// </summary>
/// <param name="path">The absolute path.</param>
/// <param name="limit">How many bytes the file takes in all.</param>
internal sealed class SharedFile(string path, long limit = long.MaxValue) : IReportSink
{
    public long Room => Math.Max(0, limit - (File.Exists(path) && limit < long.MaxValue ? new FileInfo(path).Length : 0));

    public void Clear()
    {
        // What is in it belongs to others.
    }

    public void Write(string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // One write at the end of the file: what others wrote stays, and a reader sees all of this part or none.
            using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception exception) when (SinkFailure.IsOf(exception))
        {
            throw SinkFailure.Of(path, exception);
        }
    }
}

/// <summary>Keeps the report of one of several configurations until they are joined.</summary>
/// <param name="room">How many bytes of UTF-8 the part may have.</param>
internal sealed class CollectedPart(long room) : IReportSink
{
    public long Room => room;

    /// <summary>The report, or null as long as there is none.</summary>
    public string? Text { get; private set; }

    public void Clear() => Text = null;

    public void Write(string text) => Text = text;
}
