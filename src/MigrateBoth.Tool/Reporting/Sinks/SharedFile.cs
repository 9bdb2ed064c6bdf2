using System.Text;

namespace MigrateBoth.Tool.Reporting.Sinks;

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
