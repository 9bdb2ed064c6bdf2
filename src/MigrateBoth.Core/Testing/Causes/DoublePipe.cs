namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows M-56, S-46.</summary>
internal static class DoublePipe
{
    public static Cause Cause { get; } = new(
        "double-pipe",
        ["M-56", "S-46"],
        "|| concatenates on SQLite and is a logical OR on MySQL.",
        "Write concat(a, b), or use LINQ.",
        s => s.IsRaw() && s.MySqlHas(@"\|\|"));
}
