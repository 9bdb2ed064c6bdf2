namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows S-15.</summary>
internal static class TimeRange
{
    public static Cause Cause { get; } = new(
        "time-range",
        ["S-15"],
        "MySQL's time holds 838 hours at most; SQLite stores any TimeSpan as text.",
        "Store ticks: HasConversion<long>().",
        s => s.MySqlFailure is not null && s.SqliteFailure is null && s.AnyValue(value => value.StartsWith("ts:", StringComparison.Ordinal)));
}
