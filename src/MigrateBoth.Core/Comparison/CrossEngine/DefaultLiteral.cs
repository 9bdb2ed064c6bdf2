using System.Globalization;
using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>Compares constants by the values they represent, whatever each engine writes them as (catalogue row S-40).</summary>
internal static class DefaultLiteral
{
    /// <summary>Whether two constants are one value of the given type.</summary>
    public static bool Same(ColumnDefault left, ColumnDefault right, TypeFamilies family)
    {
        if (left.Value == right.Value)
        {
            return true;
        }

        return family switch
        {
            TypeFamilies.Guid => Guid.TryParse(left.Value, out var l) && Guid.TryParse(right.Value, out var r) && l == r,
            TypeFamilies.DateTime or TypeFamilies.Date => Moment(left.Value) is { } l && l == Moment(right.Value),
            TypeFamilies.Time => Span(left.Value) is { } l && l == Span(right.Value),
            TypeFamilies.Text or TypeFamilies.Json => false,
            TypeFamilies.Binary => Hex(left) is { } l && l == Hex(right),
            TypeFamilies.Float => SameNumber(left.Value, right.Value) || (Double(left.Value) is { } l && l == Double(right.Value)),
            _ when (family & ~TypeFamilies.Numeric) == 0 => SameNumber(left.Value, right.Value) || SameBits(left.Value, right.Value),
            // Nothing but the type is known: what can only be a number, a Guid or a moment is one, and text must be the same text.
            _ => SameNumber(left.Value, right.Value)
                || (Moment(left.Value) is { } m && m == Moment(right.Value))
                || (Guid.TryParseExact(left.Value, "D", out var lg) && Guid.TryParseExact(right.Value, "D", out var rg) && lg == rg),
        };
    }

    /// <summary>Whether the constant is the value that EF Core fills in for a new required column.</summary>
    public static bool IsZero(ColumnDefault value) =>
        value.Value is "" or "0x" or "[]" or "{}"
        || SameNumber(value.Value, "0")
        || (Guid.TryParse(value.Value, out var guid) && guid == Guid.Empty)
        || Moment(value.Value) == DateTimeOffset.MinValue
        || Span(value.Value) == TimeSpan.Zero;

    private static bool SameNumber(string left, string right) => SqlNumber.Same(Digits(left), Digits(right));

    /// <summary>SQLite has no unsigned numbers: the provider keeps the bits of one of 64 bits, so that the highest is -1.</summary>
    private static bool SameBits(string left, string right) =>
        long.TryParse(left, CultureInfo.InvariantCulture, out var signed) && signed < 0
        && ulong.TryParse(right, CultureInfo.InvariantCulture, out var unsigned) && unchecked((ulong)signed) == unsigned;

    private static string Digits(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" => "1",
        "FALSE" => "0",
        var digits => digits,
    };

    private static double? Double(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static DateTimeOffset? Moment(string text) =>
        !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value)
            ? value
            : null;

    private static TimeSpan? Span(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Hex(ColumnDefault value) => value.Kind switch
    {
        ColumnDefaultKind.Binary => value.Value,
        ColumnDefaultKind.Text => "0x" + Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(value.Value)),
        _ => null,
    };
}
