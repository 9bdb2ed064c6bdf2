using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.SelfTest;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The JSON member <c>selfTest</c>.</summary>
internal static class SelfTestJson
{
    public static void Write(SelfTestResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("selfTest");
        json.WriteNumber("planted", result.Planted);
        json.WriteNumber("found", result.Found);
        json.WriteNumber("kinds", result.Kinds);
        json.WriteNumber("milliseconds", (long)result.Duration.TotalMilliseconds);
        json.WriteString("obstacle", result.Obstacle);
        json.WriteStartArray("missed");
        foreach (var missed in result.Missed)
        {
            json.WriteStartObject();
            json.WriteString("kind", missed.Kind);
            json.WriteString("object", missed.Object.ToString());
            json.WriteString("engine", missed.Engine.Id());
            json.WriteString("expected", missed.Expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("scores");
        foreach (var score in result.Scores)
        {
            json.WriteStartObject();
            json.WriteString("kind", score.Kind);
            json.WriteString("engine", score.Engine.Id());
            json.WriteNumber("planted", score.Planted);
            json.WriteNumber("found", score.Found);
            json.WriteString("notApplicable", score.NotApplicable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
