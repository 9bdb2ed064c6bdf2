using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MigrateBoth.Core.Execution;

/// <summary>Whether two engines returned the same value, each in the type that it stores it in.</summary>
internal static class SameValue
{
    /// <summary>Sums of the same numbers in another order differ in the last digits.</summary>
    private const double Tolerance = 1e-12;

    private const double SingleTolerance = 1e-6;

    /// <summary>So many decimal digits survive a binary number of 64 bits.</summary>
    private const int MostExactDigits = 15;

    /// <summary>Compares two values.</summary>
    /// <param name="left">One of them.</param>
    /// <param name="right">The other.</param>
    /// <param name="clock">How far apart two moments may be that come from clocks.</param>
    public static bool Test(object? left, object? right, TimeSpan clock) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string l, string r) => l == r || SameGuid(l, r) || (clock > TimeSpan.Zero && Moment(l) is { } a && Moment(r) is { } b && (a - b).Duration() < clock),
        (byte[] l, byte[] r) => l.AsSpan().SequenceEqual(r),
        (byte[] l, string r) => l.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(r)),
        (string l, byte[] r) => r.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(l)),
        (JsonText l, _) => right is string or JsonText && SameDocument(l.Text, TextOf(right)),
        (_, JsonText r) => left is string && SameDocument(TextOf(left), r.Text),
        (DateTime or string, DateTime or string) => SameMoment(left, right, clock),
        (TimeSpan or string, TimeSpan or string) => Span(left) is { } l && Span(right) is { } r && (l - r).Duration() <= clock,
        _ => SameNumber(left, right),
    };

    /// <summary>Formats a value as a SQL literal for messages.</summary>
    public static string Show(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text}'",
        JsonText json => json.Text,
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>A text by which rows that are the same are sorted to the same place.</summary>
    public static string SortKey(object? value) =>
        Number(value) is { } number ? "1" + number.ToString("E9", CultureInfo.InvariantCulture)
        : value is DateTime or string && Moment(value) is { } moment ? "2" + moment.ToString("O", CultureInfo.InvariantCulture)
        : value switch
        {
            null => "0",
            string text => "3" + (Guid.TryParseExact(text, "D", out var guid) ? guid.ToString() : text),
            TimeSpan span => "3" + span.ToString("c", CultureInfo.InvariantCulture),
            JsonText => "4",
            byte[] bytes => "3" + Encoding.UTF8.GetString(bytes),
            _ => "5" + value,
        };

    private static string TextOf(object? value) => value is JsonText json ? json.Text : (string)value!;

    private static bool SameGuid(string left, string right) => Guid.TryParseExact(left, "D", out var l) && Guid.TryParseExact(right, "D", out var r) && l == r;

    private static bool SameDocument(string left, string right)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right));
        }
        catch (JsonException)
        {
            return left == right;
        }
    }

    private static bool SameMoment(object left, object right, TimeSpan clock) =>
        Moment(left) is { } l && Moment(right) is { } r && (l - r).Duration() <= clock;

    private static DateTime? Moment(object value) => value switch
    {
        DateTime moment => moment,
        string text when text.Length >= 10 && text[4] == '-' && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) => moment,
        _ => null,
    };

    private static TimeSpan? Span(object value) => value switch
    {
        TimeSpan span => span,
        string text when text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => span,
        _ => null,
    };

    private static bool SameNumber(object left, object right)
    {
        if (left is not (double or float) && right is not (double or float) && Exact(left) is { } exactLeft && Exact(right) is { } exactRight)
        {
            return exactLeft == exactRight;
        }

        if (Number(left) is not { } l || Number(right) is not { } r)
        {
            return false;
        }

        var tolerance = left is float || right is float ? SingleTolerance : Tolerance;
        return l == r || Math.Abs(l - r) <= tolerance * Math.Max(Math.Abs(l), Math.Abs(r));
    }

    private static decimal? Exact(object value) => value switch
    {
        long number => number,
        ulong number => number,
        decimal number => number,

        // A longer text may be a binary number that SQLite wrote out.
        string text when text.Count(char.IsAsciiDigit) <= MostExactDigits && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static double? Number(object? value) => value switch
    {
        long number => number,
        ulong number => number,
        decimal number => (double)number,
        double number => number,
        float number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
