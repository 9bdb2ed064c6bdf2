namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-04, M-56.</summary>
internal static class BackslashEscape
{
    public static Cause Cause { get; } = new(
        "backslash-escape",
        ["C-04", "M-56"],
        "A backslash escapes on MySQL, in LIKE as in texts; on SQLite it is a character like any other.",
        "Pass the escape character as the third argument of EF.Functions.Like; in raw SQL use parameters.",
        s => (s.MySqlHas(@"\\") || s.AnyValue(value => value.Contains('\\', StringComparison.Ordinal))) && !s.SqliteHas("ESCAPE") && (s.IsRaw() || s.SqliteHas("LIKE")));
}
