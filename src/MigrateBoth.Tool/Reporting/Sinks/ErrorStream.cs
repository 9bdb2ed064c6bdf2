namespace MigrateBoth.Tool.Reporting.Sinks;

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
