namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-35.</summary>
internal static class AddMonthsOverflow
{
    public static Cause Cause { get; } = new(
        "add-months-overflow",
        ["C-35"],
        "Adding a month to the 31st runs into the next month on SQLite and stops at the last day on MySQL.",
        "Compute the date in code.",
        s => s.MySqlHas(@"INTERVAL.+MONTH|INTERVAL.+YEAR"));
}
