namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-32, S-12.</summary>
internal static class DateTimePrecision
{
    public static Cause Cause { get; } = new(
        "datetime-precision",
        ["C-32", "S-12"],
        "MySQL keeps six digits of a second at most (fewer if the column says so, rounded); SQLite keeps all seven.",
        "Truncate times to the column's precision before saving.",
        s => (s.BothAre("dt:") || s.BothAre("do:") || s.BothAre("ti:")) && Digits(s.SqliteValue!) > Digits(s.MySqlValue!));

    private static int Digits(string time)
    {
        var point = time.LastIndexOf('.');
        return point < 0 ? 0 : time.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count();
    }
}
