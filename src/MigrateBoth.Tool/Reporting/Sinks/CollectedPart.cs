namespace MigrateBoth.Tool.Reporting.Sinks;

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
