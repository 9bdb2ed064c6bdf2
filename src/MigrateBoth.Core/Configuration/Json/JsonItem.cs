using System.Text;
using System.Text.Json;

namespace MigrateBoth.Core.Configuration.Json;

/// <summary>A JSON value with its line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">A string's value or a scalar's text; null for objects and arrays.</param>
/// <param name="Members">An object's members in order.</param>
/// <param name="Items">An array's items.</param>
internal sealed record JsonItem(
    JsonValueKind Kind,
    int Line,
    string? Text,
    IReadOnlyList<JsonMember> Members,
    IReadOnlyList<JsonItem> Items);

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Line">The key's line, from 1.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Line, JsonItem Value);

/// <summary>Reads JSON with comments and trailing commas into values with line numbers, which <see cref="JsonDocument"/> does not provide.</summary>
internal static class JsonItemReader
{
    /// <summary>Reads the whole text.</summary>
    /// <exception cref="JsonException">The text is not JSON; carries line and column, from 0.</exception>
    public static JsonItem Read(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var root = ReadValue(ref reader, utf8);
        // Anything after the value makes the reader throw.
        reader.Read();
        return root;
    }

    private static JsonItem ReadValue(ref Utf8JsonReader reader, byte[] utf8)
    {
        var line = Line(reader.TokenStartIndex, utf8);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(JsonValueKind.Object, line, null, ReadMembers(ref reader, utf8), []),
            JsonTokenType.StartArray => new(JsonValueKind.Array, line, null, [], ReadItems(ref reader, utf8)),
            JsonTokenType.String => new(JsonValueKind.String, line, reader.GetString(), [], []),
            JsonTokenType.Null => new(JsonValueKind.Null, line, null, [], []),
            var type => new(Scalar(type), line, Encoding.UTF8.GetString(reader.ValueSpan), [], []),
        };
    }

    private static List<JsonMember> ReadMembers(ref Utf8JsonReader reader, byte[] utf8)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, Line(reader.TokenStartIndex, utf8));
            reader.Read();
            members.Add(new JsonMember(name, line, ReadValue(ref reader, utf8)));
        }

        return members;
    }

    private static List<JsonItem> ReadItems(ref Utf8JsonReader reader, byte[] utf8)
    {
        var items = new List<JsonItem>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, utf8));
        }

        return items;
    }

    private static JsonValueKind Scalar(JsonTokenType type) => type switch
    {
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Number,
    };

    private static int Line(long position, byte[] utf8) => utf8.AsSpan(0, (int)position).Count((byte)'\n') + 1;
}
