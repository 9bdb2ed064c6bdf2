using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The JSON members of a check. Every member is always there, null where it says nothing, so that readers need not guess.</summary>
internal static class CheckReportJson
{
    public static void Write(CheckReport report, Utf8JsonWriter json)
    {
        // Where nothing could be said at all, the document is that of any command that failed.
        if (report.Stages.Count > 0)
        {
            WriteCheck(report, json);
        }

        if (report.SelfTest is { } selfTest)
        {
            SelfTestJson.Write(selfTest, json);
        }

        if (report.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteString("hint", error.Hint);
            json.WriteEndObject();
        }
    }

    private static void WriteCheck(CheckReport report, Utf8JsonWriter json)
    {
        if (report.Configuration is { } configuration)
        {
            json.WriteString("configuration", configuration);
        }

        WriteEngines(report, json);
        WriteModel(report.Model, json);
        if (report.Compared.Count > 0)
        {
            WriteCompared(report, json);
        }

        WriteIgnored(report, json);
        WriteStages(report, json);
        if (report.Probes is { Counts: var counts })
        {
            json.WriteStartObject("probes");
            json.WriteNumber("planned", counts.Planned);
            json.WriteNumber("ran", counts.Ran);
            json.WriteNumber("identical", counts.Identical);
            json.WriteEndObject();
        }

        WriteSummary(report.Summary, json);
        if (report.RoundTrip is { } trip)
        {
            json.WriteStartObject("roundTrip");
            json.WriteNumber("migrations", trip.Migrations);
            json.WriteNumber("tables", trip.Tables);
            json.WriteNumber("rows", trip.Rows);
            json.WriteString("from", trip.From);
            json.WriteEndObject();
        }

        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            FindingJson.Write(finding, json);
        }

        json.WriteEndArray();
        if (report.Tests.Count > 0)
        {
            TestMatrixJson.Write(report.Tests, json);
        }
    }

    private static void WriteEngines(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject("engines");
        foreach (var engine in EngineNames.All.Where(report.Engines.ContainsKey))
        {
            var info = report.Engines[engine];
            json.WriteStartObject(engine.Id());
            json.WriteString("vendor", info.Vendor);
            json.WriteString("version", info.Version);
            json.WriteString("source", info.Source);
            if (info.ReadWith is not null)
            {
                json.WriteString("readWith", info.ReadWith);
            }

            if (info.Image is not null)
            {
                json.WriteString("image", info.Image);
            }

            WriteRequired(info.Required, json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteRequired(IReadOnlyList<ServerRequirement> required, Utf8JsonWriter json)
    {
        if (required.Count == 0)
        {
            return;
        }

        json.WriteStartArray("required");
        foreach (var requirement in required)
        {
            json.WriteStartObject();
            json.WriteString("named", requirement.Named);
            json.WriteString("vendor", requirement.Vendor);
            json.WriteString("oldest", requirement.Oldest);
            json.WriteString("image", requirement.Image);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModel(ModelInfo? model, Utf8JsonWriter json)
    {
        if (model is null)
        {
            json.WriteNull("model");
            return;
        }

        json.WriteStartObject("model");
        json.WriteString("context", model.Context);
        json.WriteNumber("entityTypes", model.EntityTypes);
        json.WriteNumber("tables", model.Tables);
        json.WriteString("efCore", model.EfCore);
        json.WriteString("mysqlProvider", model.MySqlProvider);
        json.WriteEndObject();
    }

    /// <summary>What only a <c>diff</c> has: its two sides.</summary>
    private static void WriteCompared(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("compared");
        foreach (var side in report.Compared)
        {
            json.WriteStartObject();
            json.WriteString("name", side.Name);
            json.WriteString("source", JsonNamingPolicy.CamelCase.ConvertName(side.Source.ToString()));
            json.WriteString("engine", side.Engine.Id());
            json.WriteString("vendor", side.Server?.Vendor);
            json.WriteString("version", side.Server?.Version);
            if (side.Tables is { } tables)
            {
                json.WriteNumber("tables", tables);
            }
            else
            {
                json.WriteNull("tables");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIgnored(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("ignored");
        foreach (var ignored in report.Ignored)
        {
            json.WriteStringValue(ignored);
        }

        json.WriteEndArray();
    }

    private static void WriteStages(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("stages");
        foreach (var stage in report.Stages)
        {
            json.WriteStartObject();
            json.WriteString("name", stage.Name);
            json.WriteString("status", stage.Status.ToString().ToLowerInvariant());
            json.WriteNumber("checked", stage.Checked);
            json.WriteNumber("milliseconds", (long)stage.Duration.TotalMilliseconds);
            json.WriteString("note", stage.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(FindingSummary summary, Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("error", summary.Error);
        json.WriteNumber("warning", summary.Warning);
        json.WriteNumber("info", summary.Info);
        json.WriteNumber("accepted", summary.Accepted);
        json.WriteEndObject();
    }
}
