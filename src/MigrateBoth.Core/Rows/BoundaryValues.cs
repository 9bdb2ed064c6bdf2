using System.Globalization;
using System.Text;

namespace MigrateBoth.Core.Rows;

/// <summary>One value of a column.</summary>
/// <param name="Value">The value in the type that <see cref="LogicalKind"/> names, or null for NULL.</param>
/// <param name="IsExtreme">Whether it is at the edge of what the column holds: arithmetic on it overflows.</param>
public sealed record LogicalValue(object? Value, bool IsExtreme = false)
{
    /// <summary>The value NULL.</summary>
    public static LogicalValue Null { get; } = new((object?)null);

    /// <summary>For display: how the value is written in SQL, near enough for either engine.</summary>
    public override string ToString() => Value switch
    {
        null => "NULL",
        bool flag => flag ? "TRUE" : "FALSE",
        string text => $"'{(text.Length > 40 ? text[..40] + "…" : text).Replace("'", "''", StringComparison.Ordinal)}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes.Length > 20 ? bytes[..20] : bytes)}'",
        DateOnly date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        DateTime moment => $"'{moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}'",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        var other => $"'{other}'",
    };
}

/// <summary>
/// The values at which engines part: ordinary ones first, then NULL and what is on an edge. The same column always gives the same list.
/// </summary>
public static class BoundaryValues
{
    private static readonly string[] Texts =
    [
        "abc", "", "a", "A", "ABC", "b", "é", "É", "e\u0301", "ß", "ss", "a ", " a", " ", "%", "_", "a%b", "a_b", "\\", "a\\b", "'", "\"", "`",
        "😀", "😁", "0", "1", "-1", "10", "9", "1.5", "1e3", "1abc", "0x1F", "true", "null", "2020-02-29", "a\nb", "a\tb", "ı", "I", "i", "日本",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LogicalValue> Of(LogicalColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var values = column.Values.Count > 0 ? column.Values.Select(value => new LogicalValue(value)) : OfKind(column);
        return [.. column.IsNullable ? [LogicalValue.Null] : Array.Empty<LogicalValue>(), .. values.DistinctBy(value => value.ToString() + value.Value?.GetHashCode())];
    }

    private static IEnumerable<LogicalValue> OfKind(LogicalColumn column) => column.Kind switch
    {
        LogicalKind.Boolean => [new(true), new(false)],
        LogicalKind.Integer => Integers(column),
        LogicalKind.Decimal => Decimals(column),
        LogicalKind.Float => Floats(column),
        LogicalKind.Text => TextsOf(column),
        LogicalKind.Binary => Bytes(column),
        LogicalKind.Date => Dates.Select(date => new LogicalValue(date, IsExtreme(date))),
        LogicalKind.DateTime => Moments(column),
        LogicalKind.Time => Times(column),
        LogicalKind.Guid => Guids.Select(guid => new LogicalValue(guid)),
        LogicalKind.Json => Documents.Select(document => new LogicalValue(document)),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null),
    };

    private static DateOnly[] Dates =>
    [
        new(2020, 2, 29), new(2020, 3, 1), new(1970, 1, 1), new(1969, 12, 31), new(1999, 12, 31), new(2000, 1, 1), new(2024, 12, 30), new(2021, 1, 31), new(2021, 1, 1), new(9999, 12, 31), new(1000, 1, 1),
    ];

    private static Guid[] Guids => [new("11223344-5566-7788-99aa-bbccddeeff00"), Guid.Empty, new("ffffffff-ffff-ffff-ffff-ffffffffffff"), new("a0000000-0000-0000-0000-00000000000a")];

    private static string[] Documents => ["{\"a\": 1}", "{}", "[]", "[1, \"x\", null]", "\"é\"", "null", "{\"a\": {\"b\": \"😀\"}}", "1.50", "true"];

    private static bool IsExtreme(DateOnly date) => date.Year is 9999 or 1000;

    private static IEnumerable<LogicalValue> Integers(LogicalColumn column)
    {
        decimal max = 1;
        for (var bit = column.IsUnsigned ? 0 : 1; bit < column.Bits; bit++)
        {
            max *= 2;
        }

        decimal min = column.IsUnsigned ? 0 : -max;
        decimal[] ordinary = [1, 0, -1, 2, 3, -2, 5, 7, -7, 10, 64, 100, -100, 1000, 123456];
        return
        [
            .. ordinary.Where(value => value >= min && value <= max - 1).Select(value => new LogicalValue(value)),
            new(max - 1, IsExtreme: true),
            .. column.IsUnsigned ? Array.Empty<LogicalValue>() : [new(min, IsExtreme: true)],
        ];
    }

    private static IEnumerable<LogicalValue> Decimals(LogicalColumn column)
    {
        // A System.Decimal holds 28 digits; wider columns are tried up to there.
        var scale = Math.Min(column.Scale, 20);
        var whole = Math.Min(column.Precision - column.Scale, 27 - scale);
        var step = Power(10, -scale);
        var max = Power(10, whole) - step;
        decimal[] ordinary = [1, 0, -1, 1.5m, 2.5m, -2.5m, 0.5m, 0.75m, -1.99m, 10, 9, 0.1m, 100, -10.25m, 1234.5m];
        return
        [
            .. ordinary.Where(value => Math.Abs(value) <= max && decimal.Round(value, scale) == value).Select(value => new LogicalValue(value)),
            new(step), new(-step), new(max, IsExtreme: true), new(-max, IsExtreme: true),
        ];
    }

    private static decimal Power(decimal number, int exponent)
    {
        var result = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            result = exponent > 0 ? result * number : result / number;
        }

        return result;
    }

    private static IEnumerable<LogicalValue> Floats(LogicalColumn column)
    {
        // Every one of these is exact in binary, so that a narrower column does not round it.
        double[] ordinary = [1, 0, -1, 0.5, 1.5, 2.5, -2.5, -0.5, 0.75, -1.875, 0.0009765625, 10, 100, 1234.5];
        double[] extreme = column.Bits == 32
            ? [9007199254740992, -9007199254740992, 1.1754943508222875E-38]
            : [9007199254740992, -9007199254740992, 1e15, 1e300, -1e300, 1e-300];
        return [.. ordinary.Select(value => new LogicalValue(value)), .. extreme.Select(value => new LogicalValue(value, IsExtreme: true))];
    }

    private static IEnumerable<LogicalValue> TextsOf(LogicalColumn column)
    {
        var texts = Texts.Where(text => !column.IsAscii || text.All(char.IsAscii)).Where(text => column.MaxLength is not { } max || LengthOf(text) <= max);
        var full = column.MaxLength is { } length and <= 1000
            ? new[] { new string('x', length), column.IsAscii ? new string('Z', length) : string.Concat(Enumerable.Repeat("é", length)) }
            : [];
        return [.. texts.Select(text => new LogicalValue(text)), .. full.Select(text => new LogicalValue(text, IsExtreme: true))];
    }

    /// <summary>Length in characters as both engines count them, not in UTF-16 units.</summary>
    private static int LengthOf(string text) => text.EnumerateRunes().Count();

    private static IEnumerable<LogicalValue> Bytes(LogicalColumn column)
    {
        byte[][] all = [[0x61, 0x62], [], [0x00], [0xFF], [0x41], [0x00, 0x01], [0x80, 0x00, 0xFF], Encoding.UTF8.GetBytes("é")];
        var sized = column is { IsFixedLength: true, MaxLength: { } exact }
            ? all.Select(bytes => bytes.Concat(Enumerable.Repeat((byte)0x20, exact)).Take(exact).ToArray())
            : all.Where(bytes => column.MaxLength is not { } max || bytes.Length <= max);
        return sized.Select(bytes => new LogicalValue(bytes));
    }

    private static IEnumerable<LogicalValue> Moments(LogicalColumn column)
    {
        var days = Dates.Select(date => date.ToDateTime(TimeOnly.MinValue));
        DateTime[] within = [new(2020, 2, 29, 23, 59, 59), new(2024, 12, 30, 12, 30, 0), Fraction(new DateTime(2020, 2, 29, 1, 2, 3), 500000, column), Fraction(new DateTime(2019, 12, 31, 23, 59, 59), 999999, column)];
        return within.Concat(days).Select(moment => new LogicalValue(moment, IsExtreme(DateOnly.FromDateTime(moment))));
    }

    private static IEnumerable<LogicalValue> Times(LogicalColumn column)
    {
        var day = new DateTime(2000, 1, 1);
        DateTime[] times = [day.AddHours(12), day, day.AddHours(1).AddMinutes(2).AddSeconds(3), Fraction(day.AddSeconds(59), 500000, column), Fraction(day.AddDays(1).AddSeconds(-1), 999999, column)];
        return times.Select(time => new LogicalValue(time.TimeOfDay));
    }

    /// <summary>With the microseconds cut to what the column keeps.</summary>
    private static DateTime Fraction(DateTime moment, long microseconds, LogicalColumn column)
    {
        var unit = 1L;
        for (var digit = Math.Min(column.FractionDigits, 6); digit < 6; digit++)
        {
            unit *= 10;
        }

        return moment.AddTicks(microseconds / unit * unit * TimeSpan.TicksPerMicrosecond);
    }
}
