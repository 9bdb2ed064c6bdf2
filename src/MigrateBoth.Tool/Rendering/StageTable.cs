using System.Globalization;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>One line per stage: how it ended, how much was checked, how long it took.</summary>
internal static class StageTable
{
    private const int NoteColumn = 4;

    public static void Write(CheckReport report, TextOutput output)
    {
        var rows = report.Stages.Select(Row).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var widths = Enumerable.Range(0, NoteColumn).Select(i => rows.Max(row => row[i].Length)).ToArray();
        foreach (var (stage, row) in report.Stages.Zip(rows))
        {
            var style = StyleOf(stage.Status);
            var line = $"  {output.Styled(Mark(stage.Status), style)} {row[0].PadRight(widths[0])}  {output.Styled(row[1].PadRight(widths[1]), style)}  "
                + $"{row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}  {row[NoteColumn]}";
            output.Line(line.TrimEnd());
        }

        output.Line();
    }

    private static string[] Row(StageResult stage)
    {
        var ran = stage.Status != StageStatus.Skipped;
        var summary = FindingSummary.Of(stage.Findings);
        return
        [
            stage.Name,
            stage.Status.ToString().ToLowerInvariant(),
            ran ? $"{stage.Checked} checked" : string.Empty,
            ran ? $"{stage.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s" : string.Empty,
            stage.Note ?? (ran ? summary.ToString() : "not asked for"),
        ];
    }

    private static string Mark(StageStatus status) => status switch
    {
        StageStatus.Passed => "+",
        StageStatus.Failed => "x",
        StageStatus.Incomplete => "?",
        _ => "-",
    };

    private static TextStyle StyleOf(StageStatus status) => status switch
    {
        StageStatus.Passed => TextStyle.Good,
        StageStatus.Failed => TextStyle.Bad,
        StageStatus.Incomplete => TextStyle.Warning,
        _ => TextStyle.Faint,
    };
}
