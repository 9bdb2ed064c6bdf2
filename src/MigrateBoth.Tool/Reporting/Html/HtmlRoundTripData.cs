using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.RoundTrip;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>The round trip as the page's script reads it: migration × engine × (up, rows, down, up).</summary>
internal static class HtmlRoundTripData
{
    public static void Write(RoundTripResult result, Utf8JsonWriter json)
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
}
