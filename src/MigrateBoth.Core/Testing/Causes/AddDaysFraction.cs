namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-36.</summary>
internal static class AddDaysFraction
{
    public static Cause Cause { get; } = new(
        "add-days-fraction",
        ["C-36"],
        "MySQL's INTERVAL ... DAY takes whole days and rounds; SQLite adds the fraction.",
        "Use AddHours or AddMinutes.",
        s => s.MySqlHas(@"INTERVAL.+DAY"));
}
