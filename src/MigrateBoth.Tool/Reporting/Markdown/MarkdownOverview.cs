using System.Globalization;
using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>The verdict, what was checked on what, and the stages. A few kilobytes at most.</summary>
internal static class MarkdownOverview
{
    private const int MostMissed = 20;

    public static string Of(CheckReport report)
    {
        var markdown = new StringBuilder();
        markdown.Append("## ").Append(Mark(report.Outcome)).Append(' ').Append(ToolName.Name).Append(' ').Append(report.Command)
            .Append(report.Configuration is { } configuration ? $" ({MarkdownText.Of(configuration)})" : string.Empty).Append(": ")
            .Append(report.Outcome.ToString().ToLowerInvariant()).Append("\n\n");
        markdown.Append(Verdict(report)).Append("\n\n");
        if (report.Error is { } error)
        {
            markdown.Append("> **").Append(MarkdownText.Of(error.Message)).Append("**<br>").Append(MarkdownText.Of(error.Hint ?? string.Empty)).Append("\n\n");
        }

        AppendStages(report, markdown);
        AppendSelfTest(report.SelfTest, markdown);
        AppendEngines(report, markdown);
        if (report.Ignored.Count > 0)
        {
            markdown.Append("<sub>Left out: ").Append(string.Join("; ", report.Ignored.Select(MarkdownText.Of))).Append("</sub>\n\n");
        }

        return markdown.ToString();
    }

    private static string Verdict(CheckReport report) => report.Outcome switch
    {
        Outcome.Passed => $"Everything that was asked for was checked: {report.Stages.Sum(stage => stage.Checked)} facts, {report.Summary}.",
        Outcome.Failed => $"{report.Summary}.",
        _ => $"Not everything could be verified, and that is not a pass. So far: {report.Summary}.",
    };

    private static void AppendStages(CheckReport report, StringBuilder markdown)
    {
        if (report.Stages.Count == 0)
        {
            return;
        }

        markdown.Append("| | stage | result | checked | time | found |\n|---|---|---|--:|--:|---|\n");
        foreach (var stage in report.Stages)
        {
            var ran = stage.Status != StageStatus.Skipped;
            markdown.Append("| ").Append(Mark(stage.Status)).Append(" | ").Append(stage.Name).Append(" | ").Append(stage.Status.ToString().ToLowerInvariant())
                .Append(" | ").Append(ran ? stage.Checked.ToString(CultureInfo.InvariantCulture) : string.Empty)
                .Append(" | ").Append(ran ? $"{stage.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s" : string.Empty)
                .Append(" | ").Append(MarkdownText.Of(stage.Note ?? (ran ? FindingSummary.Of(stage.Findings).ToString() : "not asked for"))).Append(" |\n");
        }

        markdown.Append('\n');
    }

    private static void AppendSelfTest(SelfTestResult? result, StringBuilder markdown)
    {
        if (result is null)
        {
            return;
        }

        markdown.Append("**Self-test:** ").Append(result.IsPassed ? "✅ " : result.IsIncomplete ? "❔ " : "❌ ").Append(MarkdownText.Of(SelfTestText.Verdict(result))).Append("\n\n");
        foreach (var missed in result.Missed.Take(MostMissed))
        {
            markdown.Append("- ").Append(MarkdownText.Of(SelfTestText.Missed(missed))).Append('\n');
        }

        markdown.Append(result.Missed.Count > MostMissed ? $"- and {result.Missed.Count - MostMissed} more\n\n" : result.Missed.Count > 0 ? "\n" : string.Empty);
    }

    private static void AppendEngines(CheckReport report, StringBuilder markdown)
    {
        var parts = EngineNames.All.Where(report.Engines.ContainsKey).Select(engine => report.Engines[engine])
            .Select(info => $"{info.Vendor} {info.Version} ({info.Image ?? info.Source})").ToList();
        if (report.Model is { } model)
        {
            parts.Insert(0, $"{model.Context}: {model.EntityTypes} entity types, {model.Tables} tables");
            parts.Add($"EF Core {model.EfCore}");
        }

        if (parts.Count > 0)
        {
            markdown.Append("<sub>").Append(string.Join(" · ", parts.Select(MarkdownText.Of))).Append("</sub>\n\n");
        }
    }

    private static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "✅",
        Outcome.Failed => "❌",
        _ => "❔",
    };

    private static string Mark(StageStatus status) => status switch
    {
        StageStatus.Passed => "✅",
        StageStatus.Failed => "❌",
        StageStatus.Incomplete => "❔",
        _ => "➖",
    };
}
