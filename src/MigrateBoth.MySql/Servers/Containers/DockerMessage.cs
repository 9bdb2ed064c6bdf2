using System.Text.Json;

namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>The engine's own words out of <c>{"message":"..."}</c>.</summary>
internal static class DockerMessage
{
    public static string Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("message", out var message) ? message.GetString() ?? body : body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return body.Trim(); // Not JSON, or not an object: shown as it is.
        }
    }
}
