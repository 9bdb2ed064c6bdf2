namespace MigrateBoth.Core.Rows;

/// <summary>The dates, moments and times among <see cref="BoundaryValues"/>.</summary>
internal static class BoundaryTimes
{
    /// <summary>The longest span that MySQL's <c>time</c> holds is an hour short of 35 days.</summary>
    private static readonly TimeSpan LongestSpan = new(34, 22, 59, 59);

    private static readonly DateOnly[] AllDates =
    [
        new(2020, 2, 29), new(2020, 3, 1), new(1970, 1, 1), new(1969, 12, 31), new(1999, 12, 31), new(2000, 1, 1), new(2024, 12, 30), new(2021, 1, 31), new(2021, 1, 1),
        new(2024, 2, 29), new(2023, 12, 31), new(1899, 12, 31), new(2021, 10, 9), new(2021, 9, 10), DateOnly.MaxValue, new(1000, 1, 1), DateOnly.MinValue,
    ];

    // Ordinary days, with and without a fraction of a second.
    private static readonly DateTime[] AllMoments =
    [
        new(2020, 2, 29, 12, 34, 56), new(2020, 2, 29, 23, 59, 59), new(2024, 12, 30, 12, 30, 0), new(1969, 12, 31, 23, 59, 59), new(2023, 12, 31, 23, 59, 59), new(2021, 10, 9, 1, 0, 0),
        new DateTime(2020, 2, 29, 1, 2, 3).AddTicks(5_000_000), new DateTime(2020, 12, 31, 23, 59, 59).AddTicks(6_000_000), new DateTime(2020, 2, 29, 12, 34, 56).AddTicks(1_234_560),
        new DateTime(2019, 12, 31, 23, 59, 59).AddTicks(9_999_990), new DateTime(2024, 2, 29, 12, 34, 56).AddTicks(7_890_120),
        new DateTime(2020, 2, 29, 12, 34, 56).AddTicks(1_234_567), new DateTime(2020, 12, 31, 23, 59, 59).AddTicks(9_999_999),
    ];

    private static readonly TimeSpan[] TimesOfDay =
    [
        new(12, 0, 0), TimeSpan.Zero, new(1, 2, 3), new(12, 34, 56), new(9, 0, 0), new(10, 0, 0), new(9, 10, 0), new(10, 9, 0), new(23, 59, 59),
        new(0, 0, 0, 59, 500), TimeSpan.FromTicks((TimeSpan.TicksPerDay) - 10), new TimeSpan(12, 34, 56) + TimeSpan.FromTicks(7_890_120),
        new TimeSpan(12, 34, 56) + TimeSpan.FromTicks(1_234_567), new TimeSpan(1, 2, 3) + TimeSpan.FromTicks(1_234_567), TimeSpan.FromTicks(TimeSpan.TicksPerDay - 1),
    ];

    private static readonly TimeSpan[] Spans = [new(-1, -30, 0), new(1, 6, 0, 0), LongestSpan, -LongestSpan];

    private static readonly TimeSpan[] LongSpans = [new(37, 12, 0, 0), new(-37, -12, 0, 0)];

    public static IEnumerable<LogicalValue> Dates(LogicalColumn column) =>
        AllDates.Where(date => Holds(column, date.ToDateTime(TimeOnly.MinValue))).Select(date => new LogicalValue(date, IsExtreme(date)));

    public static IEnumerable<LogicalValue> Moments(LogicalColumn column)
    {
        DateTime[] edges = [column.Earliest, column.Earliest.AddDays(1), column.Latest.Date.AddSeconds(-1), column.Latest];
        var days = AllDates.Select(date => date.ToDateTime(TimeOnly.MinValue));
        return from moment in AllMoments.Concat(days).Concat(edges)
               where Holds(column, moment)
               from value in Ticks(moment.Ticks, column, ticks => new DateTime(ticks), IsExtreme(DateOnly.FromDateTime(moment)) || edges.Contains(moment))
               select value;
    }

    /// <summary>The same in UTC, and some with an offset.</summary>
    public static IEnumerable<LogicalValue> Instants(LogicalColumn column) =>
    [
        .. Moments(column).Select(value => value with { Value = new DateTimeOffset((DateTime)value.Value!, TimeSpan.Zero) }),
        new(new DateTimeOffset(2020, 2, 29, 12, 34, 56, new TimeSpan(5, 30, 0))) { Trait = ValueTrait.Offset },
        new(new DateTimeOffset(2020, 2, 29, 7, 34, 56, new TimeSpan(-8, 0, 0))) { Trait = ValueTrait.Offset },
    ];

    public static IEnumerable<LogicalValue> Times(LogicalColumn column) =>
    [
        .. TimesOfDay.SelectMany(time => Ticks(time.Ticks, column, ticks => TimeSpan.FromTicks(ticks), false)),
        .. column.IsSpan ? Spans.Select(span => new LogicalValue(span)) : [],
        .. column.IsSpan ? LongSpans.Select(span => new LogicalValue(span) { Trait = ValueTrait.Range, IsBeyond = true }) : [],
    ];

    /// <summary>From midnight until the last instant of the day; spans from the longest negative to the longest.</summary>
    public static (object Least, object Greatest) TimeRange(LogicalColumn column) =>
        column.IsSpan ? (-LongestSpan, LongestSpan) : (TimeSpan.Zero, TimeSpan.FromTicks(Cut(TimeSpan.TicksPerDay - 1, column)));

    /// <summary>The moment with no more digits of a second than the column keeps.</summary>
    public static DateTime Cut(DateTime moment, LogicalColumn column) => new(Cut(moment.Ticks, column));

    private static bool Holds(LogicalColumn column, DateTime moment) => moment >= column.Earliest && moment <= column.Latest;

    private static bool IsExtreme(DateOnly date) => date.Year is 9999 or 1000 or 1;

    /// <summary>What the column keeps of it, and the whole where that is more.</summary>
    private static IEnumerable<LogicalValue> Ticks(long ticks, LogicalColumn column, Func<long, object> of, bool isExtreme)
    {
        yield return new LogicalValue(of(Cut(ticks, column)), isExtreme);
        if (Cut(ticks, column) != ticks)
        {
            yield return new LogicalValue(of(ticks), isExtreme) { Trait = ValueTrait.Fraction, IsBeyond = true };
        }
    }

    /// <summary>No column of MySQL's keeps a seventh digit.</summary>
    private static long Cut(long ticks, LogicalColumn column)
    {
        var unit = 10L;
        for (var digit = Math.Min(column.FractionDigits, 6); digit < 6; digit++)
        {
            unit *= 10;
        }

        return ticks - (ticks % unit);
    }
}
