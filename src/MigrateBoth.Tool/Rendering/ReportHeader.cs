using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>What was checked, on what.</summary>
internal static class ReportHeader
{
    public static void Write(CheckReport report, TextOutput output)
    {
        output.Line($"{ToolName.Name} {report.Command} {report.ToolVersion}", TextStyle.Bold);
        List<string[]> rows = [];
        if (report.Configuration is { } configuration)
        {
            rows.Add(["Configuration", configuration]);
        }

        if (report.Model is { } model)
        {
            var provider = model.MySqlProvider is null ? string.Empty : $", {model.MySqlProvider}";
            rows.Add(["Model", $"{model.Context}: {model.EntityTypes} entity types, {model.Tables} tables, EF Core {model.EfCore}{provider}"]);
        }

        rows.AddRange(report.Compared.Select((side, index) => new[] { index == 0 ? "A" : "B", Describe(side) }));
        foreach (var engine in EngineNames.All.Where(engine => report.Compared.Count == 0 && report.Engines.ContainsKey(engine)))
        {
            var info = report.Engines[engine];
            rows.Add([info.Vendor, $"{Version(info)}, {Source(info)}"]);
        }

        if (report.Ignored.Count > 0)
        {
            rows.Add(["Ignored", string.Join("; ", report.Ignored)]);
        }

        output.Columns(rows);
        output.Line();
    }

    private static string Describe(ComparedSide side) => side switch
    {
        { Server: { } server, Tables: { } tables } => $"{side.Name}: {tables} tables, {server.Vendor} {Version(server)}, {Source(server)}",
        _ => $"{side.Name}: could not be read",
    };

    private static string Version(EngineInfo info) =>
        info.ReadWith is { } reader ? $"{info.Version} (the application's; read with {reader})" : info.Version;

    private static string Source(EngineInfo info) => info.Source switch
    {
        "container" => $"container {info.Image}",
        "local" => "local process",
        "connection" => "given by connection string",
        var other => other,
    };
}
