using System.Globalization;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Core.Behaviour;

/// <summary>What is special about a value.</summary>
public enum ValueTrait
{
    /// <summary>Nothing: both engines are expected to keep it.</summary>
    Plain,

    /// <summary>Text or bytes longer than the column's length.</summary>
    TooLong,

    /// <summary>Blanks at the end.</summary>
    TrailingBlank,

    /// <summary>A NUL character.</summary>
    Nul,

    /// <summary>More digits of a second than the column has.</summary>
    Fraction,

    /// <summary>An offset from UTC.</summary>
    Offset,

    /// <summary>More digits after the point than the column has.</summary>
    Scale,

    /// <summary>Beyond the range of the column.</summary>
    Range,

    /// <summary>A floating point number that six digits do not tell.</summary>
    Digits,

    /// <summary>Infinity or not a number.</summary>
    NotFinite,
}

/// <summary>A value that is written.</summary>
/// <param name="Text">The value as invariant text; null is NULL.</param>
/// <param name="Trait">What is special about it.</param>
public sealed record TraitedValue(string? Text, ValueTrait Trait = ValueTrait.Plain);

/// <summary>The values at which the engines differ, by the kind of property.</summary>
public static class ProbeValueSets
{
    private static readonly string[] Texts =
    [
        "Z", "a", "abc", "ABC", "Abc", "A", "b", "z", "", "é", "É", "e\u0301", "cafe", "café", "ss", "ß", "ı", "İ", "i", "I", "0", "9", "10", "-", "_a", "a b", "a-b", "%", "a%b", "a_b",
        "a\\b", " a", "😀", "日本", "あ", "ア", "1", "１", "'", "\"",
    ];

    // Each type of element reads some of them.
    private static readonly string[] Lists =
    [
        "[]", "[1,2,3]", "[\"a\",\"B\"]", "[true,false]", "[1.5,-0.25]", "[\"2020-02-29T12:34:56\"]", "[\"2020-02-29\"]", "[\"12:34:56\"]", "[\"0f8fad5b-d9cb-469f-a165-70867728950e\"]",
    ];

    /// <summary>The values for a property.</summary>
    public static IReadOnlyList<TraitedValue> Of(ProbeSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var values = subject.Kind switch
        {
            ProbeValueKind.Text => TextsOf(subject),
            ProbeValueKind.Char => Plain("a", "A", "b", "é", "0", "-").Append(new(" ", ValueTrait.TrailingBlank)),
            ProbeValueKind.Bool => Plain("true", "false"),
            ProbeValueKind.Byte => Plain("0", "1", "7", "255"),
            ProbeValueKind.SByte => Plain("0", "1", "-1", "-128", "127"),
            ProbeValueKind.Short => Plain("0", "1", "-1", "7", "-32768", "32767"),
            ProbeValueKind.UShort => Plain("0", "1", "7", "65535"),
            ProbeValueKind.Int => Plain("0", "1", "-1", "2", "6", "7", "9", "10", "-7", "-2147483648", "2147483647"),
            ProbeValueKind.UInt => Plain("0", "1", "7", "10", "4294967295"),
            ProbeValueKind.Long => [.. Plain("0", "1", "-1", "2", "6", "7", "9", "10", "-7"), new("2147483648", ValueTrait.Range), new("-9223372036854775808", ValueTrait.Range), new("9223372036854775807", ValueTrait.Range)],
            ProbeValueKind.ULong => [.. Plain("0", "1", "7", "9", "10", "9223372036854775807"), new("18446744073709551615", ValueTrait.Range)],
            ProbeValueKind.Float => [.. Plain("0", "1", "-1", "1.5", "0.25", "9", "10"), new("123456.79", ValueTrait.Digits), new("0.1", ValueTrait.Digits), new("16777216", ValueTrait.Digits), new("3.4028235E+38", ValueTrait.Digits), .. NotFinite()],
            ProbeValueKind.Double => [.. Plain("0", "1", "-1", "1.5", "0.1", "9", "10", "123456789.125", "0.30000000000000004", "1E+300", "1E-300"), .. NotFinite()],
            ProbeValueKind.Decimal => Decimals(subject),
            ProbeValueKind.DateTime => Times(subject, "yyyy-MM-ddTHH:mm:ss.fffffff").Append(new("2020-02-29T12:34:56Z")),
            ProbeValueKind.DateTimeOffset => Times(subject, "yyyy-MM-ddTHH:mm:ss.fffffff+00:00").Append(new("2020-02-29T12:34:56.0000000+05:30", ValueTrait.Offset)).Append(new("2020-02-29T07:34:56.0000000-08:00", ValueTrait.Offset)),
            ProbeValueKind.Date => Plain("2020-02-29", "0001-01-01", "9999-12-31", "1899-12-31", "2021-10-09", "2021-09-10"),
            ProbeValueKind.Time => [.. Plain("00:00:00", "12:34:56", "23:59:59", "09:10:00", "10:09:00"), new("12:34:56.1234567", ValueTrait.Fraction), new("23:59:59.9999999", ValueTrait.Fraction)],
            ProbeValueKind.TimeSpan => [.. Plain("00:00:00", "01:02:03", "10:00:00", "09:00:00", "-01:30:00", "1.06:00:00"), new("37.12:00:00", ValueTrait.Range), new("-37.12:00:00", ValueTrait.Range), new("01:02:03.1234567", ValueTrait.Fraction)],
            ProbeValueKind.Guid => Plain("00000000-0000-0000-0000-000000000001", "0f8fad5b-d9cb-469f-a165-70867728950e", "ffffffff-ffff-ffff-ffff-ffffffffffff", "A0B0C0D0-0000-0000-0000-00000000000a"),
            ProbeValueKind.Bytes => BytesOf(subject),
            ProbeValueKind.Enum => Plain(subject.Sqlite.Members.Count == 0 ? ["0", "1"] : [.. subject.Sqlite.Members.Take(12)]),
            ProbeValueKind.Collection => Plain(Lists),
            ProbeValueKind.Spelled => Plain([.. subject.Sqlite.Spellings]),
            _ => [],
        };
        return [.. values.DistinctBy(value => value.Text), .. subject.Sqlite.IsNullable && subject.MySql.IsNullable ? [new TraitedValue(null)] : Array.Empty<TraitedValue>()];
    }

    private static IEnumerable<TraitedValue> Plain(params string[] texts) => texts.Select(text => new TraitedValue(text));

    private static IEnumerable<TraitedValue> TextsOf(ProbeSubject subject)
    {
        var limit = subject.Limit ?? 300;
        foreach (var text in subject.Sqlite.IsOwnType ? [.. Texts, .. ProbeTexts.OfOwnTypes] : Texts)
        {
            if (text.Length <= limit)
            {
                yield return new TraitedValue(text);
            }
        }

        if (limit > 2)
        {
            yield return new TraitedValue("a ", ValueTrait.TrailingBlank);
            yield return new TraitedValue("a\u0000b", ValueTrait.Nul);
        }

        if (subject.Limit is { } length)
        {
            yield return new TraitedValue(new string('x', length));
            yield return new TraitedValue(new string('x', length + 1), ValueTrait.TooLong);
            yield return new TraitedValue(new string('y', length) + " ", ValueTrait.TooLong);
        }
    }

    private static IEnumerable<TraitedValue> BytesOf(ProbeSubject subject)
    {
        yield return new TraitedValue("01FF");
        yield return new TraitedValue("00");
        yield return new TraitedValue("");
        if (subject.Limit is { } length and < 100_000)
        {
            yield return new TraitedValue(new string('A', length * 2));
            yield return new TraitedValue(new string('A', (length + 1) * 2), ValueTrait.TooLong);
        }
    }

    private static IEnumerable<TraitedValue> Decimals(ProbeSubject subject)
    {
        var (precision, scale) = subject.Digits;
        var whole = precision - scale;
        foreach (var text in (string[])["0", "1", "-1", "9", "10", "99", "100", "1.5", "0.1"])
        {
            if (text.TrimStart('-').Split('.')[0].Length <= whole && (scale > 0 || !text.Contains('.', StringComparison.Ordinal)))
            {
                yield return new TraitedValue(text);
            }
        }

        if (scale is > 0 and <= 27)
        {
            yield return new TraitedValue($"0.{new string('0', scale - 1)}1");
            yield return new TraitedValue($"1.{new string('0', scale)}5", ValueTrait.Scale);
            yield return new TraitedValue($"0.{new string('0', scale)}1", ValueTrait.Scale);
        }
        else if (scale == 0)
        {
            yield return new TraitedValue("1.5", ValueTrait.Scale);
        }

        if (whole is > 0 and < 28)
        {
            yield return new TraitedValue(new string('9', whole));
            yield return new TraitedValue($"1{new string('0', whole)}", ValueTrait.Range);
        }
        else
        {
            yield return new TraitedValue("0.12345678901234567891");
            yield return new TraitedValue(decimal.MaxValue.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<TraitedValue> NotFinite() =>
        ((string[])["Infinity", "-Infinity", "NaN"]).Select(text => new TraitedValue(text, ValueTrait.NotFinite));

    private static IEnumerable<TraitedValue> Times(ProbeSubject subject, string format)
    {
        string Text(DateTime time) => time.ToString(format, CultureInfo.InvariantCulture);
        yield return new TraitedValue(Text(new DateTime(2020, 2, 29, 12, 34, 56)));
        yield return new TraitedValue(Text(new DateTime(1, 1, 1, 0, 0, 0).AddDays(1)));
        yield return new TraitedValue(Text(new DateTime(9999, 12, 30, 23, 59, 59)));
        yield return new TraitedValue(Text(new DateTime(1969, 12, 31, 23, 59, 59)));
        yield return new TraitedValue(Text(new DateTime(2021, 9, 10)));
        yield return new TraitedValue(Text(new DateTime(2021, 10, 9, 1, 0, 0)));
        yield return new TraitedValue(Text(new DateTime(2020, 2, 29, 12, 34, 56).AddTicks(1_234_560)), subject.Fraction >= 6 ? ValueTrait.Plain : ValueTrait.Fraction);
        yield return new TraitedValue(Text(new DateTime(2020, 2, 29, 12, 34, 56).AddTicks(1_234_567)), ValueTrait.Fraction);
        yield return new TraitedValue(Text(new DateTime(2020, 12, 31, 23, 59, 59).AddTicks(6_000_000)), subject.Fraction >= 1 ? ValueTrait.Plain : ValueTrait.Fraction);
        yield return new TraitedValue(Text(new DateTime(2020, 12, 31, 23, 59, 59).AddTicks(9_999_999)), ValueTrait.Fraction);
    }
}
