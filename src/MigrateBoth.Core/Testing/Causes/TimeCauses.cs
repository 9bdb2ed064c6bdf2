namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Dates and times of another range, precision, zone or order.</summary>
internal static class TimeCauses
{
    /// <summary>Catalogue rows S-15.</summary>
    public static Cause TimeRange { get; } = new(
        "time-range",
        ["S-15"],
        "MySQL's time holds 838 hours at most; SQLite stores any TimeSpan as text.",
        "Store ticks: HasConversion<long>().",
        s => s.MySqlFailure is not null && s.SqliteFailure is null && s.AnyValue(value => value.StartsWith("ts:", StringComparison.Ordinal)));

    /// <summary>Catalogue row S-44.</summary>
    public static Cause TimeZone { get; } = new(
        "time-zone",
        ["S-44"],
        "CURRENT_TIMESTAMP is UTC on SQLite and the time of the session's time zone on MySQL.",
        "Set default_time_zone = '+00:00' on the server, use UTC_TIMESTAMP() as MySQL's default, or let the application write the time.",
        s => Clocks.AreInOtherZones(s.SqliteValue, s.Sqlite?.At, s.MySqlValue, s.MySql?.At));

    /// <summary>Catalogue rows C-38.</summary>
    public static Cause TimeSpanOrder { get; } = new(
        "timespan-order",
        ["C-38"],
        "EF Core cannot order or compare a TimeSpan on SQLite, where it is text.",
        "Store ticks: HasConversion<long>().",
        s => s.IsOnlyOnMySql() && s.MySqlOrders("ts:"));

    /// <summary>Catalogue rows C-34.</summary>
    public static Cause DateTimeOffsetOrder { get; } = new(
        "datetimeoffset-order",
        ["C-34"],
        "EF Core cannot order or compare a DateTimeOffset on SQLite, where it is text with an offset.",
        "Convert it to a UTC DateTime with a value converter.",
        s => s.IsOnlyOnMySql() && s.MySqlOrders("do:"));

    /// <summary>Catalogue rows S-14, C-33.</summary>
    public static Cause OffsetLost { get; } = new(
        "offset-lost",
        ["S-14", "C-33"],
        "MySQL's datetime holds no offset: a DateTimeOffset comes back in UTC.",
        "Convert it to a UTC DateTime with a value converter.",
        s => s.BothAre("do:") && Offset(s.SqliteValue!) != Offset(s.MySqlValue!));

    /// <summary>Catalogue rows C-32, S-12.</summary>
    public static Cause DateTimePrecision { get; } = new(
        "datetime-precision",
        ["C-32", "S-12"],
        "MySQL keeps six digits of a second at most (fewer if the column says so, rounded); SQLite keeps all seven.",
        "Truncate times to the column's precision before saving.",
        s => (s.BothAre("dt:") || s.BothAre("do:") || s.BothAre("ti:")) && Digits(s.SqliteValue!) > Digits(s.MySqlValue!));

    /// <summary>Catalogue rows C-35.</summary>
    public static Cause AddMonthsOverflow { get; } = new(
        "add-months-overflow",
        ["C-35"],
        "Adding a month to the 31st runs into the next month on SQLite and stops at the last day on MySQL.",
        "Compute the date in code.",
        s => s.MySqlHas(@"INTERVAL.+MONTH|INTERVAL.+YEAR"));

    /// <summary>Catalogue rows C-36.</summary>
    public static Cause AddDaysFraction { get; } = new(
        "add-days-fraction",
        ["C-36"],
        "MySQL's INTERVAL ... DAY takes whole days and rounds; SQLite adds the fraction.",
        "Use AddHours or AddMinutes.",
        s => s.MySqlHas(@"INTERVAL.+DAY"));

    /// <summary>The last six characters, such as <c>+02:00</c>.</summary>
    private static string Offset(string value) => value[^6..];

    private static int Digits(string time)
    {
        var point = time.LastIndexOf('.');
        return point < 0 ? 0 : time.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count();
    }
}
