namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-15, S-08.</summary>
internal static class DecimalNotRounded
{
    public static Cause Cause { get; } = new(
        "decimal-not-rounded",
        ["C-15", "S-08"],
        "MySQL rounds a decimal to the column's scale when it is saved; SQLite stores it as it is.",
        "Round in code (MidpointRounding.AwayFromZero) before saving.",
        s => s.IsAboutValues() && s.BothAre("n:") && s.SqliteValue!.Contains('.', StringComparison.Ordinal) && s.AreNumbers((l, r) => l != r && Math.Abs(l - r) < 1));
}
