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

    /// <summary>Takes the report, whole or not at all.</summary>
    /// <exception cref="MigrateBothException">2: it cannot be written.</exception>
    void Write(string text);
}
