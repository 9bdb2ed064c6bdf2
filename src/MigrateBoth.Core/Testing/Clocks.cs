using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Testing;

/// <summary>Readings of a clock: what two of them may differ in, and what not.</summary>
internal static partial class Clocks
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ZoneStep = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LargestZone = TimeSpan.FromHours(15);

    /// <summary>
    /// The reading as a number that grows with time: a point in time, also as text, or a number that can only be the seconds, milliseconds or ticks of
    /// one. Null for anything else.
    /// </summary>
    public static long? Reading(string value)
    {
        var text = value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return value[..Math.Min(3, value.Length)] switch
        {
            "dt:" => Utc(value)?.UtcTicks,
            "do:" => Utc(value)?.UtcTicks,
            "ti:" => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time.Ticks : null,
            _ when value.StartsWith("s:", StringComparison.Ordinal) => TextOfTime().IsMatch(text) ? Utc($"dt:{text}")?.UtcTicks : null,
            _ when value.StartsWith("f:", StringComparison.Ordinal) && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
                => seconds is (> 1_500_000_000 and < 2_500_000_000) or (> 1_500_000_000_000 and < 2_500_000_000_000) ? (long)(seconds * 1_000) : null,
            _ when value.StartsWith("n:", StringComparison.Ordinal) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                => number is (> 1_500_000_000 and < 2_500_000_000) or (> 1_500_000_000_000 and < 2_500_000_000_000) or (> 630_000_000_000_000_000 and < 680_000_000_000_000_000)
                    ? number : null,
            _ => null,
        };
    }

    /// <summary>Whether the value is a time of day or a point in time.</summary>
    public static bool IsTime(string value) => value.Length > 3 && value[..3] is "dt:" or "do:" or "ti:";

    /// <summary>How many digits of a second it has.</summary>
    public static int Digits(string time)
    {
        var point = time.LastIndexOf('.');
        return point < 0 ? 0 : time.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count();
    }

    /// <summary>Whether one is the other, rounded or cut to the digits that it has.</summary>
    public static bool IsCoarser(string coarse, string fine)
    {
        if (coarse[..3] != fine[..3] || Reading(coarse) is not { } left || Reading(fine) is not { } right)
        {
            return false;
        }

        var unit = Digits(coarse) switch { 0 => TimeSpan.TicksPerSecond, <= 3 => TimeSpan.TicksPerMillisecond, _ => TimeSpan.TicksPerMicrosecond };
        return Math.Abs(left - right) <= unit;
    }

    /// <summary>
    /// Whether one engine took the time of the test's clock and the other a time that is hours off: its clock is in another time zone.
    /// </summary>
    /// <param name="sqlite">The value on SQLite.</param>
    /// <param name="sqliteAt">When it was recorded, in Unix milliseconds.</param>
    /// <param name="mySql">The value on MySQL.</param>
    /// <param name="mySqlAt">When it was recorded, in Unix milliseconds.</param>
    public static bool AreInOtherZones(string? sqlite, long? sqliteAt, string? mySql, long? mySqlAt)
    {
        if (Off(sqlite, sqliteAt) is not { } left || Off(mySql, mySqlAt) is not { } right)
        {
            return false;
        }

        return (IsNow(left) && IsZone(right)) || (IsZone(left) && IsNow(right));

        static TimeSpan? Off(string? value, long? at) =>
            value is not null && at is { } milliseconds && Utc(value) is { } time ? time - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

        static bool IsNow(TimeSpan off) => off.Duration() <= Slack;

        static bool IsZone(TimeSpan off)
        {
            var step = Math.Round(off / ZoneStep) * ZoneStep;
            return step != TimeSpan.Zero && step.Duration() <= LargestZone && (off - step).Duration() <= Slack;
        }
    }

    // A date with a time of day; digits alone are no time.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TextOfTime();

    private static DateTimeOffset? Utc(string value) =>
        value.Length > 3 && value[..3] is "dt:" or "do:"
            && DateTimeOffset.TryParse(value.AsSpan(3), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
