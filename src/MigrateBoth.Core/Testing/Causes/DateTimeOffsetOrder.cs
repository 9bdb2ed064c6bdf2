namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-34.</summary>
internal static class DateTimeOffsetOrder
{
    public static Cause Cause { get; } = new(
        "datetimeoffset-order",
        ["C-34"],
        "EF Core cannot order or compare a DateTimeOffset on SQLite, where it is text with an offset.",
        "Convert it to a UTC DateTime with a value converter.",
        s => s.IsOnlyOnMySql() && s.MySqlOrders("do:"));
}
