namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-38.</summary>
internal static class TimeSpanOrder
{
    public static Cause Cause { get; } = new(
        "timespan-order",
        ["C-38"],
        "EF Core cannot order or compare a TimeSpan on SQLite, where it is text.",
        "Store ticks: HasConversion<long>().",
        s => s.IsOnlyOnMySql() && s.MySqlOrders("ts:"));
}
