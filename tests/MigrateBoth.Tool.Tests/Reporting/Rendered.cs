using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Reporting.Sinks;

namespace MigrateBoth.Tool.Tests.Reporting;

/// <summary>A report in each of its forms, as the tool writes them.</summary>
internal static class Rendered
{
    /// <summary>One of the kinds of <c>--report</c>, secrets masked, written from <c>/src</c>.</summary>
    public static string As(string kind, CheckReport report)
    {
        var sink = new Memory();
        var console = Console(TextWriter.Null, "/src");
        var target = Assert.Single(ReportFileFormats.Parse([$"{kind}=/tmp/none"], console)) with { Sink = sink };
        ReportFiles.Write(report, [target]);
        return sink.Text!;
    }

    /// <summary>What stdout gets.</summary>
    public static string Output(OutputFormat format, CheckReport report)
    {
        using var output = new StringWriter();
        new ResultWriter(Console(output, "/"), format, report.Command).Write(new CheckReportResult(report));
        return output.ToString();
    }

    private static ToolConsole Console(TextWriter output, string directory) => new()
    {
        Out = output,
        Error = TextWriter.Null,
        WorkingDirectory = directory,
        Environment = new Dictionary<string, string>(),
    };

    private sealed class Memory : IReportSink
    {
        public string? Text { get; private set; }

        public long Room => long.MaxValue;

        public void Clear() => Text = null;

        public void Write(string text) => Text = text;
    }
}
