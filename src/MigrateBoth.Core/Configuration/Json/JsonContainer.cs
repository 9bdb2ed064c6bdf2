using System.Text;
using System.Text.Json;

namespace MigrateBoth.Core.Configuration.Json;

/// <summary>Where an object or an array of a text begins and ends, and the last thing in it; positions are those of characters.</summary>
/// <param name="Open">Behind the opening bracket.</param>
/// <param name="Close">At the closing bracket.</param>
/// <param name="Last">The last member or item, or null when it is empty.</param>
internal sealed record JsonContainer(int Open, int Close, Range? Last)
{
    /// <summary>The text's root object.</summary>
    public static JsonContainer Root(string text) => Find(text, key: null)!;

    /// <summary>The array of one of the root's members; null when it is absent or not an array.</summary>
    public static JsonContainer? Array(string text, string key) => Find(text, key);

    /// <summary>The value of a member of the root that is null, or null when there is none.</summary>
    public static Range? NullOf(string text, string key)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reader = Reader(utf8);
        return MoveTo(ref reader, key) && reader.TokenType == JsonTokenType.Null
            ? Characters(utf8, reader.TokenStartIndex)..Characters(utf8, reader.BytesConsumed)
            : null;
    }

    private static JsonContainer? Find(string text, string? key)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reader = Reader(utf8);
        if (key is null)
        {
            reader.Read();
        }
        else if (!MoveTo(ref reader, key) || reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        var open = reader.BytesConsumed;
        Range? last = null;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var start = reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Read();
            }

            reader.Skip();
            last = Characters(utf8, start)..Characters(utf8, reader.BytesConsumed);
        }

        return new JsonContainer(Characters(utf8, open), Characters(utf8, reader.TokenStartIndex), last);
    }

    /// <summary>Moves to the value of a member of the root.</summary>
    private static bool MoveTo(ref Utf8JsonReader reader, string key)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(key);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static Utf8JsonReader Reader(byte[] utf8) =>
        new(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    private static int Characters(byte[] utf8, long bytes) => Encoding.UTF8.GetCharCount(utf8, 0, (int)bytes);
}
