using System.Text.Json;
using System.Text.Json.Nodes;

namespace MigrateBoth.Tool.Output;

/// <summary>
/// The documents of several configurations in one: each whole under <c>configurations</c>, so that a seal stays valid; <c>summary</c> and <c>findings</c> of
/// all of them together, for readers that look for one finding.
/// </summary>
internal static class SeveralJson
{
    /// <summary>A document with its configuration's name.</summary>
    /// <param name="configuration">The name.</param>
    /// <param name="document">The document.</param>
    public static JsonObject Named(string configuration, JsonObject document)
    {
        document.TryAdd("configuration", configuration);
        return document;
    }

    /// <summary>Writes the members.</summary>
    /// <param name="documents">The documents, each with its <c>configuration</c>.</param>
    /// <param name="json">The document around them.</param>
    public static void Write(IReadOnlyList<JsonObject> documents, Utf8JsonWriter json)
    {
        json.WriteStartArray("configurations");
        foreach (var document in documents)
        {
            document.WriteTo(json);
        }

        json.WriteEndArray();
        var summaries = documents.Select(document => document["summary"]).OfType<JsonObject>().ToList();
        if (summaries.Count == 0)
        {
            return;
        }

        json.WriteStartObject("summary");
        foreach (var count in summaries[0].Select(member => member.Key))
        {
            json.WriteNumber(count, summaries.Sum(summary => (int)summary[count]!));
        }

        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var document in documents)
        {
            foreach (var finding in (document["findings"] as JsonArray ?? []).OfType<JsonObject>())
            {
                Named((string)document["configuration"]!, finding.DeepClone().AsObject()).WriteTo(json);
            }
        }

        json.WriteEndArray();
    }
}
