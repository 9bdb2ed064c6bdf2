using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Suites;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The matrix test × engine as JSON.</summary>
internal static class TestMatrixJson
{
    public static void Write(IReadOnlyList<TestMatrixRow> tests, Utf8JsonWriter json)
    {
        json.WriteStartArray("tests");
        foreach (var test in tests)
        {
            json.WriteStartObject();
            json.WriteString("project", test.Project);
            json.WriteString("name", test.Name);
            json.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(test.Verdict.ToString()));
            json.WriteBoolean("recorded", test.IsRecorded);
            if (test.Volatile is { } places)
            {
                json.WriteStartArray("volatile");
                foreach (var place in places)
                {
                    json.WriteStringValue(place);
                }

                json.WriteEndArray();
            }

            foreach (var engine in EngineNames.All)
            {
                Write(engine.Id(), test[engine], json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(string name, TestCell? cell, Utf8JsonWriter json)
    {
        if (cell is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("outcome", cell.Outcome.ToString().ToLowerInvariant());
        json.WriteNumber("milliseconds", (long)cell.Duration.TotalMilliseconds);
        json.WriteString("message", cell.Message);
        json.WriteEndObject();
    }
}
