using System.Globalization;
using System.Numerics;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>The values that a column is filled with: the least and the greatest, the empty and the longest, and ordinary ones.</summary>
internal static class ColumnValues
{
    private const int LongestUnbounded = 2000;
    private const int MostDigits = 28;
    private const string Wide = "Zoë Ångström Straße 中文 ";
    private const string Astral = "😀";

    private static readonly DateTime FirstMoment = new(1, 1, 1);
    private static readonly DateTime LastMoment = new DateTime(9999, 12, 31, 23, 59, 59).AddTicks(9_999_990);
    private static readonly DateTime LeapDay = new DateTime(2024, 2, 29, 12, 34, 56).AddTicks(7_890_120);

    /// <summary>Least, greatest, an ordinary value, and another ordinary one that is its twin but for case and accents where the kind has such.</summary>
    public static (string Low, string High, string Usual, string Twin) Of(RowColumn column) => column.Kind switch
    {
        ValueKind.Boolean => ("0", "1", "1", "0"),
        ValueKind.Integer => Integers(column),
        ValueKind.Decimal => Decimals(column),
        ValueKind.Float => column.IsSingle
            ? (Text(float.MinValue), Text(float.MaxValue), "12.5", "-0.25")
            : (Text(double.MinValue), Text(double.MaxValue), "12.5", "-0.25"),
        ValueKind.Text => Texts(column),
        ValueKind.Json => ("{}", """{"a":[1,"é"],"b":null}""", """{"a":1}""", """{"a":2}"""),
        ValueKind.Binary => Bytes(column),
        ValueKind.Guid => ("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "6d620000-1234-4abc-8def-0123456789ab", "6d620001-1234-4abc-8def-0123456789ab"),
        ValueKind.Date => ("0001-01-01", "9999-12-31", "2024-02-29", "2023-12-31"),
        ValueKind.Time => ("00:00:00", Span(column, new TimeSpan(0, 23, 59, 59) + TimeSpan.FromTicks(9_999_990)), Span(column, LeapDay.TimeOfDay), "08:00:00"),
        ValueKind.Span => ("-34.22:59:59", "34.22:59:59", Span(column, LeapDay.TimeOfDay), "1.06:00:00"),
        ValueKind.DateTime or ValueKind.Instant => Moments(column),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null),
    };

    /// <summary>A value that no other number gives; null when the column has no more.</summary>
    /// <param name="column">The column.</param>
    /// <param name="number">The number, from 0.</param>
    public static string? Distinct(RowColumn column, int number)
    {
        switch (column.Kind)
        {
            case ValueKind.Integer:
                var greatest = IntegerRange(column).Max;

                // Away from what seeds use and from the end, so that a migration can still insert rows of its own.
                BigInteger start = greatest >= int.MaxValue ? 1_000_001 : greatest >= short.MaxValue ? 20_001 : 101;
                return start + number <= greatest ? (start + number).ToString(CultureInfo.InvariantCulture) : null;
            case ValueKind.Boolean:
                return number < 2 ? number.ToString(CultureInfo.InvariantCulture) : null;
            case ValueKind.Decimal:
                return (number + 1).ToString(CultureInfo.InvariantCulture) is var digits && digits.Length <= WholeDigits(column) ? digits : null;
            case ValueKind.Float:
                return Text(number + 0.5);
            case ValueKind.Text:
                return DistinctText(column, number);
            case ValueKind.Json:
                return $$"""{"mb":{{number}}}""";
            case ValueKind.Binary:
                var hex = (number + 1).ToString("X8", CultureInfo.InvariantCulture);
                return LengthOf(column, 255) is var bytes && bytes >= 4 ? hex.PadRight(IsFixed(column) ? bytes * 2 : 8, '0')
                    : number < 255 ? hex[6..].PadRight(IsFixed(column) ? bytes * 2 : 2, '0') : null;
            case ValueKind.Guid:
                return $"{0x6d620100 + number:x8}-0000-4000-8000-000000000001";
            case ValueKind.Date:
                return new DateOnly(2001, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case ValueKind.Time or ValueKind.Span:
                return TimeSpan.FromSeconds(number + 1).ToString("c", CultureInfo.InvariantCulture);
            case ValueKind.DateTime or ValueKind.Instant:
                return ValueText.Text(new DateTime(2001, 1, 1).AddDays(number));
            default:
                return null;
        }
    }

    /// <summary>A text cut to what the column takes.</summary>
    public static string Fit(RowColumn column, string text)
    {
        var length = LengthOf(column, LongestUnbounded);
        var cut = text.Length <= length ? text : text[..length];

        // Neither half of a pair nor a blank at the end survives every type.
        return (cut.Length > 0 && char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).TrimEnd();
    }

    private static string? DistinctText(RowColumn column, int number)
    {
        const string digits = "abcdefghijklmnopqrstuvwxyz0123456789";
        var length = LengthOf(column, LongestUnbounded);
        if (column.Type.Values.Count > 0)
        {
            return number < column.Type.Values.Count ? column.Type.Values[number] : null;
        }

        if (length >= 6)
        {
            var head = $"k{number + 1}";
            return number % RowPlanner.RowsPerTable == 1 ? Fit(column, head + Long(column, Math.Min(length, 255) - head.Length)) : head;
        }

        var text = string.Empty;
        for (var rest = number; text.Length < length; rest /= digits.Length)
        {
            text = digits[rest % digits.Length] + text;
            if (rest < digits.Length && text.Length == length)
            {
                return text;
            }
        }

        return null;
    }

    private static (string, string, string, string) Integers(RowColumn column)
    {
        var (min, max) = IntegerRange(column);
        return (min.ToString(CultureInfo.InvariantCulture), max.ToString(CultureInfo.InvariantCulture), column.Type.Name == "year" ? "2024" : max < 42 ? "1" : "42", column.Type.Name == "year" ? "2025" : max < 43 ? "0" : "43");
    }

    /// <summary>What both the server's type and the application's type hold.</summary>
    private static (BigInteger Min, BigInteger Max) IntegerRange(RowColumn column)
    {
        var type = column.Type;
        var stored = type.Name switch
        {
            "tinyint" => Width(8, type.IsUnsigned),
            "smallint" => Width(16, type.IsUnsigned),
            "mediumint" => Width(24, type.IsUnsigned),
            "int" => Width(32, type.IsUnsigned),
            "year" => (1901, 2155),
            "bit" => (0, BigInteger.Pow(2, Math.Min(type.Precision ?? 1, 62)) - 1),
            _ => Width(64, isUnsigned: false),
        };
        var mapped = column.ClrType switch
        {
            "byte" => Width(8, isUnsigned: true),
            "sbyte" => Width(8, isUnsigned: false),
            "short" => Width(16, isUnsigned: false),
            "ushort" => Width(16, isUnsigned: true),
            "int" => Width(32, isUnsigned: false),
            "uint" => Width(32, isUnsigned: true),
            "ulong" => (BigInteger.Zero, long.MaxValue),
            _ => Width(64, isUnsigned: false),
        };
        return (BigInteger.Max(stored.Item1, mapped.Item1), BigInteger.Min(stored.Item2, mapped.Item2));
    }

    private static (BigInteger, BigInteger) Width(int bits, bool isUnsigned) => isUnsigned
        ? (0, BigInteger.Pow(2, bits) - 1)
        : (-BigInteger.Pow(2, bits - 1), BigInteger.Pow(2, bits - 1) - 1);

    private static int Scale(RowColumn column) => column.Type.Precision is null ? 2 : Math.Min(column.Type.Scale ?? 0, MostDigits - 1);

    private static int WholeDigits(RowColumn column) => Math.Max(0, Math.Min((column.Type.Precision ?? 18) - Scale(column), MostDigits - Scale(column)));

    private static (string, string, string, string) Decimals(RowColumn column)
    {
        var (whole, scale) = (WholeDigits(column), Scale(column));
        var greatest = (whole == 0 ? "0" : new string('9', whole)) + (scale == 0 ? string.Empty : "." + new string('9', scale));
        var low = column.Type.IsUnsigned ? "0" : "-" + greatest;
        var usual = ValueText.Of(ValueKind.Decimal, (whole == 0 ? "0" : "1") + (scale == 0 ? string.Empty : "." + "2345678901"[..Math.Min(scale, 10)]))!;
        return (low, greatest, usual, whole == 0 ? "0" : "1");
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(float number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static (string, string, string, string) Texts(RowColumn column)
    {
        if (column.Type.Values is { Count: > 0 } values)
        {
            return (values[0], values[^1], values[0], values[^1]);
        }

        var length = LengthOf(column, LongestUnbounded);
        return column.ClrType == "char"
            ? ("a", "z", "b", "B")
            : (string.Empty, Long(column, length), Fit(column, IsAscii(column) ? "Ada Moller" : "Ada Möller"), Fit(column, IsAscii(column) ? "ADA MOLLER" : "ADA MÖLLER"));
    }

    /// <summary>Exactly as long as allowed, with what the column's character set has to offer.</summary>
    private static string Long(RowColumn column, int length)
    {
        var unit = IsAscii(column) ? "Long text 0123456789 " : HasAstral(column) ? Wide + Astral : Wide;
        var text = string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..Math.Max(0, length)];
        return text.Length > 0 && (text[^1] == ' ' || char.IsHighSurrogate(text[^1])) ? text[..^1] + "x" : text;
    }

    private static bool IsAscii(RowColumn column) => column.Catalogs.Values.Any(item => item.CharacterSet is "ascii" or "latin1");

    private static bool HasAstral(RowColumn column) => column.Catalogs.Values.All(item => item.CharacterSet is null or "utf8mb4");

    private static int LengthOf(RowColumn column, int unbounded) =>
        Math.Min(Math.Min(column.Type.Length ?? (column.Type.Name == "tinytext" ? 60 : unbounded), column.ModelLength ?? unbounded), unbounded);

    private static bool IsFixed(RowColumn column) => column.Type is { Name: "binary" or "char", Length: not null };

    private static (string, string, string, string) Bytes(RowColumn column)
    {
        var length = LengthOf(column, 300);
        string Fixed(string hex) => IsFixed(column) ? hex[..Math.Min(hex.Length, length * 2)].PadRight(length * 2, '0') : hex[..Math.Min(hex.Length, length * 2)];
        return (Fixed(string.Empty), string.Concat(Enumerable.Repeat("FF", length)), Fixed("00017F80FF"), Fixed("0A0D"));
    }

    private static (string, string, string, string) Moments(RowColumn column)
    {
        var (low, high) = column.Type.Name == "timestamp" ? (new DateTime(1970, 1, 2), new DateTime(2038, 1, 18))
            : column.Kind == ValueKind.Instant ? (FirstMoment.AddDays(1), LastMoment.AddDays(-1))
            : (FirstMoment, LastMoment);
        return (ValueText.Text(low), Moment(column, high), Moment(column, LeapDay), "2023-12-31 23:59:59");
    }

    private static string Moment(RowColumn column, DateTime time) => ValueText.Text(new DateTime(Cut(column, time.Ticks)));

    private static string Span(RowColumn column, TimeSpan span) => new TimeSpan(Cut(column, span.Ticks)).ToString("c", CultureInfo.InvariantCulture);

    /// <summary>No more digits of a second than the column keeps; where it declares none, MySQL keeps none and SQLite keeps all.</summary>
    private static long Cut(RowColumn column, long ticks)
    {
        var isDeclared = column.Catalogs.ContainsKey(Engine.MySql);
        var unit = (long)Math.Pow(10, 7 - Math.Min(isDeclared ? column.Type.Precision ?? 0 : 6, 6));
        return ticks - (ticks % unit);
    }
}
