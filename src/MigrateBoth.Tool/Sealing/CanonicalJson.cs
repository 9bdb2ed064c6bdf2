using System.Text.Encodings.Web;
using System.Text.Json;

namespace MigrateBoth.Tool.Sealing;

/// <summary>
/// JSON in the one form that digests are made of: members sorted, no white space, one way to escape. A document that was only laid out anew is
/// the same document. Numbers keep their digits.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document in UTF-8.</summary>
    /// <param name="document">The document.</param>
    /// <param name="leftOut">Whether a member is left out, told by its path, such as <c>seal.integrity</c>.</param>
    /// <exception cref="JsonException">A member is there twice: readers differ about which one counts.</exception>
    public static byte[] Of(JsonElement document, Func<string, bool>? leftOut = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(document, string.Empty, leftOut ?? (_ => false), json);
        }

        return buffer.ToArray();
    }

    private static void Write(JsonElement element, string path, Func<string, bool> leftOut, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var (member, inner) in Members(element, path).Where(member => !leftOut(member.Path)))
                {
                    json.WritePropertyName(member.Name);
                    Write(member.Value, inner, leftOut, json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, path + "[]", leftOut, json);
                }

                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private static IEnumerable<(JsonProperty Member, string Path)> Members(JsonElement element, string path)
    {
        var members = element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
        return members.GroupBy(member => member.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new JsonException($"'{twice.Key}' is there twice.")
            : members.Select(member => (member, path.Length == 0 ? member.Name : $"{path}.{member.Name}"));
    }
}
