using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>What was checked, on what.</summary>
internal static class ReportHeader
{
    public static void Write(CheckReport report, TextOutput output)
    {
        output.Line($"{ToolName.Name} {report.Command} {report.ToolVersion}", TextStyle.Bold);
        List<string[]> rows = [];
        if (report.Model is { } model)
        {
            var provider = model.MySqlProvider is null ? string.Empty : $", {model.MySqlProvider}";
            rows.Add(["Model", $"{model.Context}: {model.EntityTypes} entity types, {model.Tables} tables, EF Core {model.EfCore}{provider}"]);
        }

        foreach (var engine in EngineNames.All.Where(report.Engines.ContainsKey))
        {
            var info = report.Engines[engine];
            rows.Add([info.Vendor, $"{info.Version}, {Source(info)}"]);
        }

        output.Columns(rows);
        output.Line();
    }

    private static string Source(EngineInfo info) => info.Source switch
    {
        "container" => $"container {info.Image}",
        "local" => "local process",
        "connection" => "given by connection string",
        var other => other,
    };
}
