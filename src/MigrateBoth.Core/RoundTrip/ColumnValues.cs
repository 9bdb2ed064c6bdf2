using System.Globalization;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>
/// The values that a column is filled with: the least and the greatest of <see cref="BoundaryValues"/>, and ordinary ones. What lies between is left out, because
/// a table has six rows, and so is what a column does not hold, because both engines have to take every row.
/// </summary>
internal static class ColumnValues
{
    private const int LongestUnbounded = 2000;
    private const int MostBytes = 300;

    private static readonly DateTime LastMicrosecond = new DateTime(9999, 12, 31, 23, 59, 59).AddTicks(9_999_990);
    private static readonly DateTime LeapDay = new DateTime(2024, 2, 29, 12, 34, 56).AddTicks(7_890_120);

    /// <summary>Least, greatest, an ordinary value, and another ordinary one that is its twin but for case and accents where the kind has such.</summary>
    public static (string Low, string High, string Usual, string Twin) Of(RowColumn column)
    {
        if (column.Kind == ValueKind.Text && column.Type.Values is { Count: > 0 } values)
        {
            return (values[0], values[^1], values[0], values[^1]);
        }

        // No char is empty.
        var (usual, twin) = Ordinary(column);
        return column.ClrType == "char" ? ("a", "z", usual, twin)
            : (Text(column, BoundaryValues.Least(Logical(column))), Text(column, BoundaryValues.Greatest(Logical(column))), usual, twin);
    }

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
                decimal start = greatest >= int.MaxValue ? 1_000_001 : greatest >= short.MaxValue ? 20_001 : 101;
                return start + number <= greatest ? (start + number).ToString(CultureInfo.InvariantCulture) : null;
            case ValueKind.Boolean:
                return number < 2 ? number.ToString(CultureInfo.InvariantCulture) : null;
            case ValueKind.Decimal:
                return (number + 1).ToString(CultureInfo.InvariantCulture) is var digits && digits.Length <= WholeDigits(column) ? digits : null;
            case ValueKind.Float:
                return (number + 0.5).ToString("R", CultureInfo.InvariantCulture);
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
            return number % RowPlanner.RowsPerTable == 1 ? Fit(column, head + BoundaryTexts.Mixed(Logical(column), Math.Min(length, 255) - head.Length)) : head;
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

    /// <summary>No boundaries: neither 0, which rebuilds fill columns with, nor what is equal to a value on an edge.</summary>
    private static (string Usual, string Twin) Ordinary(RowColumn column) => column.Kind switch
    {
        ValueKind.Boolean => ("1", "0"),
        ValueKind.Integer => column.Type.Name == "year" ? ("2024", "2025") : IntegerRange(column).Max < 43 ? ("1", "0") : ("42", "43"),
        ValueKind.Decimal => Decimals(column),
        ValueKind.Float => ("12.5", "-0.25"),
        ValueKind.Text when column.ClrType == "char" => ("b", "B"),
        ValueKind.Text => (Fit(column, IsAscii(column) ? "Ada Moller" : "Ada Möller"), Fit(column, IsAscii(column) ? "ADA MOLLER" : "ADA MÖLLER")),
        ValueKind.Json => ("""{"a":1}""", """{"a":2}"""),
        ValueKind.Binary => (Sized(column, "00017F80FF"), Sized(column, "0A0D")),
        ValueKind.Guid => ("6d620000-1234-4abc-8def-0123456789ab", "6d620001-1234-4abc-8def-0123456789ab"),
        ValueKind.Date => ("2024-02-29", "2023-12-31"),
        ValueKind.Time => (Text(column, BoundaryTimes.Cut(LeapDay, Logical(column)).TimeOfDay), "08:00:00"),
        ValueKind.Span => (Text(column, BoundaryTimes.Cut(LeapDay, Logical(column)).TimeOfDay), "1.06:00:00"),
        ValueKind.DateTime or ValueKind.Instant => (Text(column, BoundaryTimes.Cut(LeapDay, Logical(column))), "2023-12-31 23:59:59"),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null),
    };

    /// <summary>The column as both the server's type and the application's type hold it.</summary>
    private static LogicalColumn Logical(RowColumn column)
    {
        LogicalColumn New(LogicalKind kind) => new(column.Name, kind) { FractionDigits = FractionDigits(column) };
        return column.Kind switch
        {
            ValueKind.Boolean => New(LogicalKind.Boolean),
            ValueKind.Integer => New(LogicalKind.Integer) with { Least = IntegerRange(column).Min, Greatest = IntegerRange(column).Max },
            ValueKind.Decimal => New(LogicalKind.Decimal) with { Precision = WholeDigits(column) + Scale(column), Scale = Scale(column), IsUnsigned = column.Type.IsUnsigned },
            ValueKind.Float => New(LogicalKind.Float) with { Bits = column.IsSingle ? 32 : 64 },
            ValueKind.Text => New(LogicalKind.Text) with { MaxLength = LengthOf(column, LongestUnbounded), IsAscii = IsAscii(column), IsBasicPlane = !HasAstral(column) },
            ValueKind.Json => New(LogicalKind.Json),
            ValueKind.Binary => New(LogicalKind.Binary) with { MaxLength = LengthOf(column, MostBytes), IsFixedLength = IsFixed(column) },
            ValueKind.Guid => New(LogicalKind.Guid),
            ValueKind.Date => New(LogicalKind.Date),
            ValueKind.Time => New(LogicalKind.Time),
            ValueKind.Span => New(LogicalKind.Time) with { IsSpan = true },
            ValueKind.DateTime or ValueKind.Instant when column.Type.Name == "timestamp" => New(LogicalKind.DateTime) with { Earliest = new DateTime(1970, 1, 2), Latest = new DateTime(2038, 1, 18) },

            // A day from the ends: with an offset it is another moment.
            ValueKind.Instant => New(LogicalKind.DateTime) with { Earliest = DateTime.MinValue.AddDays(1), Latest = LastMicrosecond.AddDays(-1) },
            ValueKind.DateTime => New(LogicalKind.DateTime),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null),
        };
    }

    /// <summary>As <see cref="ValueText"/> writes it.</summary>
    private static string Text(RowColumn column, object value) => value switch
    {
        double number when column.IsSingle => ((float)number).ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => ValueText.Text(moment),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => ValueText.Of(column.Kind, value)!,
    };

    private static (decimal Min, decimal Max) IntegerRange(RowColumn column)
    {
        var type = column.Type;
        var stored = type.Name switch
        {
            "tinyint" => Width(8, type.IsUnsigned),
            "smallint" => Width(16, type.IsUnsigned),
            "mediumint" => Width(24, type.IsUnsigned),
            "int" => Width(32, type.IsUnsigned),
            "year" => (1901, 2155),
            "bit" => Width(Math.Min(type.Precision ?? 1, 62), isUnsigned: true),
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
            "ulong" => (0, long.MaxValue),
            _ => Width(64, isUnsigned: false),
        };
        return (Math.Max(stored.Item1, mapped.Item1), Math.Min(stored.Item2, mapped.Item2));
    }

    private static (decimal, decimal) Width(int bits, bool isUnsigned)
    {
        var half = (decimal)(1UL << (bits - 1));
        return isUnsigned ? (0, (2 * half) - 1) : (-half, half - 1);
    }

    private static int Scale(RowColumn column) => column.Type.Precision is null ? 2 : Math.Min(column.Type.Scale ?? 0, BoundaryNumbers.MostDigits - 1);

    private static int WholeDigits(RowColumn column) => Math.Max(0, Math.Min((column.Type.Precision ?? 18) - Scale(column), BoundaryNumbers.MostDigits - Scale(column)));

    private static (string, string) Decimals(RowColumn column)
    {
        var (whole, scale) = (WholeDigits(column), Scale(column));
        return (ValueText.Of(ValueKind.Decimal, (whole == 0 ? "0" : "1") + (scale == 0 ? string.Empty : "." + "2345678901"[..Math.Min(scale, 10)]))!, whole == 0 ? "0" : "1");
    }

    private static bool IsAscii(RowColumn column) => column.Catalogs.Values.Any(item => item.CharacterSet is "ascii" or "latin1");

    private static bool HasAstral(RowColumn column) => column.Catalogs.Values.All(item => item.CharacterSet is null or "utf8mb4");

    private static int LengthOf(RowColumn column, int unbounded) =>
        Math.Min(Math.Min(column.Type.Length ?? (column.Type.Name == "tinytext" ? 60 : unbounded), column.ModelLength ?? unbounded), unbounded);

    private static bool IsFixed(RowColumn column) => column.Type is { Name: "binary" or "char", Length: not null };

    private static string Sized(RowColumn column, string hex)
    {
        var digits = LengthOf(column, MostBytes) * 2;
        return IsFixed(column) ? hex[..Math.Min(hex.Length, digits)].PadRight(digits, '0') : hex[..Math.Min(hex.Length, digits)];
    }

    /// <summary>Where the column declares none, MySQL keeps no digits of a second and SQLite keeps all.</summary>
    private static int FractionDigits(RowColumn column) => column.Catalogs.ContainsKey(Engine.MySql) ? column.Type.Precision ?? 0 : 6;
}
