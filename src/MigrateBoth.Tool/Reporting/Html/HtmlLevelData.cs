using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>What the levels that run something have to show beside their findings, as the page's script reads it: the round trip, the probes, the tests, the self-test.</summary>
internal static class HtmlLevelData
{
    public static void Write(CheckReport report, Utf8JsonWriter json)
    {
        if (report.SelfTest is { } selfTest)
        {
            WriteSelfTest(selfTest, json);
        }

        if (report.RoundTrip is { } trip)
        {
            WriteRoundTrip(trip, json);
        }

        if (report.Probes is { } probes)
        {
            WriteProbes(probes, json);
        }

        WriteTests(report.Tests, json);
    }

    /// <summary>The table migration × engine × (up, rows, down, up).</summary>
    private static void WriteRoundTrip(RoundTripResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("roundTrip");
        foreach (var steps in result.Steps.GroupBy(step => step.Migration))
        {
            json.WriteStartObject();
            json.WriteString("migration", steps.Key);
            foreach (var step in steps)
            {
                json.WriteStartArray(step.Engine.Id());
                foreach (var mark in new[] { step.Up, step.Rows, step.Down, step.Again })
                {
                    json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(mark.ToString()));
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The matrix object × kind of probe.</summary>
    private static void WriteProbes(ProbeMatrix probes, Utf8JsonWriter json)
    {
        json.WriteStartObject("probes");
        json.WriteNumber("planned", probes.Counts.Planned);
        json.WriteNumber("ran", probes.Counts.Ran);
        json.WriteNumber("identical", probes.Counts.Identical);
        json.WriteStartArray("rows");
        foreach (var row in probes.Rows)
        {
            json.WriteStartObject();
            json.WriteString("object", row.Object.ToString());
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells)
            {
                json.WriteStartObject();
                json.WriteString("probe", JsonNamingPolicy.CamelCase.ConvertName(cell.Probe.ToString()));
                json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(cell.Status.ToString()));
                json.Optional("rule", cell.Rule);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The matrix test × engine; in a page of a report without tests there is none.</summary>
    private static void WriteTests(IReadOnlyList<TestMatrixRow> tests, Utf8JsonWriter json)
    {
        if (tests.Count == 0)
        {
            return;
        }

        json.WriteStartArray("tests");
        foreach (var test in tests)
        {
            json.WriteStartObject();
            json.WriteString("name", test.Name);
            json.WriteString("project", test.Project);
            json.WriteBoolean("same", test.Verdict is TestVerdict.Same or TestVerdict.OutcomeOnly);
            json.WriteString("verdict", TestWords.Of(test.Verdict));
            foreach (var engine in EngineNames.All.Where(engine => test[engine] is not null))
            {
                json.WriteStartObject(engine.Id());
                json.WriteString("outcome", TestWords.Of(test[engine]!.Outcome));
                json.WriteNumber("milliseconds", (long)test[engine]!.Duration.TotalMilliseconds);
                json.Optional("message", test[engine]!.Message);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSelfTest(SelfTestResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("selfTest");
        json.WriteString("outcome", result.IsPassed ? "passed" : result.IsIncomplete ? "incomplete" : "failed");
        json.WriteString("verdict", SelfTestText.Verdict(result));
        json.WriteStartArray("missed");
        foreach (var missed in result.Missed)
        {
            json.WriteStringValue(SelfTestText.Missed(missed));
        }

        json.WriteEndArray();
        json.WriteStartArray("kinds");
        foreach (var kind in result.Scores.GroupBy(score => score.Kind, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind.Key);
            foreach (var score in kind.DistinctBy(score => score.Engine))
            {
                json.WriteStartObject(score.Engine.Id());
                json.WriteNumber("planted", score.Planted);
                json.WriteNumber("found", score.Found);
                json.Optional("notApplicable", score.NotApplicable);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
