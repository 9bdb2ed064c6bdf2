using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>
/// Writes what an engine stored as the value that it represents, so that the same value is the same text whichever engine held it. What does not
/// represent a value of its kind is kept as it is behind a mark, and so is equal to no value.
/// </summary>
public static class ValueText
{
    private const char Mark = '\uFFFD';
    private const string SpanFormat = @"d\.hh\:mm\:ss\.fffffff";

    private static readonly string[] DateTimeFormats = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>The text of a stored value; null for NULL.</summary>
    /// <param name="kind">What the column's values mean.</param>
    /// <param name="stored">What the engine's provider handed out.</param>
    /// <param name="isSingle">Whether a floating-point number has 32 bits.</param>
    public static string? Of(ValueKind kind, object? stored, bool isSingle = false)
    {
        if (stored is null or DBNull)
        {
            return null;
        }

        var raw = Raw(stored);
        return kind switch
        {
            ValueKind.Text => raw,
            ValueKind.Binary => stored is byte[] bytes ? Convert.ToHexString(bytes) : Mark + raw,
            ValueKind.Boolean or ValueKind.Integer or ValueKind.Decimal => Number(raw),
            ValueKind.Float => Float(stored, raw, isSingle),
            ValueKind.Guid => Guid(stored, raw),
            ValueKind.Json => Json(raw),
            ValueKind.Date => raw.EndsWith(" 00:00:00", StringComparison.Ordinal) ? Date(raw[..^9]) : Date(raw),
            ValueKind.Time or ValueKind.Span => Span(raw),
            ValueKind.DateTime => DateTime.TryParseExact(raw, DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? Text(time)
                : Mark + raw,
            ValueKind.Instant => DateTimeOffset.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? Text(instant.UtcDateTime)
                : Mark + raw,
            _ => Mark + raw,
        };
    }

    /// <summary>Whether a text represents no value of its column's kind.</summary>
    public static bool IsForeign(string? text) => text is [Mark, ..];

    /// <summary>A value for people: short, quoted, with what cannot be seen written out.</summary>
    public static string Show(string? text)
    {
        const int longest = 60;
        if (text is null)
        {
            return "NULL";
        }

        var shown = new StringBuilder();
        foreach (var character in text.TrimStart(Mark).Take(longest))
        {
            _ = char.IsControl(character) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}") : shown.Append(character);
        }

        return text.Length > longest ? $"'{shown}…' ({text.Length} characters)" : $"'{shown}'";
    }

    /// <summary>A date with its time of day as text.</summary>
    internal static string Text(DateTime time) => time.ToString(DateTimeFormats[0], CultureInfo.InvariantCulture);

    /// <summary>Whether a value keeps its meaning in a column of another kind: a number as text, a day as that day's midnight.</summary>
    internal static bool SameAcross(string? before, string? after) =>
        before == after
        || (before is not null && after is not null
            && (before == $"{after} 00:00:00" || after == $"{before} 00:00:00" || Number(before) == Number(after)
                || string.Equals(before, after, StringComparison.OrdinalIgnoreCase) && System.Guid.TryParse(before, out _)));

    private static string Raw(object stored) => stored switch
    {
        string text => text,
        bool truth => truth ? "1" : "0",
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime time => Text(time),
        TimeSpan span => span.ToString(SpanFormat, CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => stored.ToString() ?? string.Empty,
    };

    /// <summary>Digits only, without an exponent and without zeros at the end: servers keep more digits than <see cref="decimal"/> does.</summary>
    private static string Number(string raw)
    {
        if (raw.Contains('e', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            raw = number.ToString(CultureInfo.InvariantCulture);
        }

        var isNegative = raw.StartsWith('-');
        var digits = isNegative ? raw[1..] : raw;
        if (digits.Length == 0 || digits.Any(c => c != '.' && !char.IsAsciiDigit(c)) || digits.Count(c => c == '.') > 1)
        {
            return Mark + raw;
        }

        var whole = digits.Split('.')[0].TrimStart('0') is { Length: > 0 } left ? left : "0";
        var fraction = digits.Contains('.', StringComparison.Ordinal) ? digits.Split('.')[1].TrimEnd('0') : string.Empty;
        var value = fraction.Length > 0 ? $"{whole}.{fraction}" : whole;
        return isNegative && value != "0" ? $"-{value}" : value;
    }

    private static string Float(object stored, string raw, bool isSingle) =>
        stored is float single ? single.ToString("R", CultureInfo.InvariantCulture)
        : !double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Mark + raw
        : isSingle ? ((float)number).ToString("R", CultureInfo.InvariantCulture)
        : (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture);

    private static string Guid(object stored, string raw) =>
        stored is byte[] { Length: 16 } bytes ? new Guid(bytes).ToString("D")
        : System.Guid.TryParse(raw, out var guid) ? guid.ToString("D")
        : Mark + raw;

    private static string Date(string raw) =>
        DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? raw : Mark + raw;

    /// <summary>.NET writes days apart from hours, MySQL writes hours beyond 23.</summary>
    private static string Span(string raw)
    {
        if (TimeSpan.TryParse(raw, CultureInfo.InvariantCulture, out var span) && raw.Split(':')[0].TrimStart('-').Length <= 2)
        {
            return span.ToString("c", CultureInfo.InvariantCulture);
        }

        var parts = raw.TrimStart('-').Split(':');
        if (parts.Length == 3 && !parts[0].Contains('.', StringComparison.Ordinal) && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && TimeSpan.TryParse($"00:{parts[1]}:{parts[2]}", CultureInfo.InvariantCulture, out var rest))
        {
            var whole = TimeSpan.FromHours(hours) + rest;
            return (raw.StartsWith('-') ? -whole : whole).ToString("c", CultureInfo.InvariantCulture);
        }

        return TimeSpan.TryParse(raw, CultureInfo.InvariantCulture, out span) ? span.ToString("c", CultureInfo.InvariantCulture) : Mark + raw;
    }

    private static string Json(string raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            var text = new StringBuilder();
            Write(document.RootElement, text);
            return text.ToString();
        }
        catch (JsonException)
        {
            return Mark + raw;
        }
    }

    private static void Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{').AppendJoin(',', element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member =>
                    $"{JsonSerializer.Serialize(member.Name)}:{Text(member.Value)}")).Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[').AppendJoin(',', element.EnumerateArray().Select(Text)).Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(Number(element.GetRawText()));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }

        static string Text(JsonElement element)
        {
            var text = new StringBuilder();
            Write(element, text);
            return text.ToString();
        }
    }
}
