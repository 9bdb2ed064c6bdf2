namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-29.</summary>
internal static class RoundHalf
{
    public static Cause Cause { get; } = new(
        "round-half",
        ["C-29"],
        "SQLite rounds a double half away from zero, MySQL to the even number.",
        "Round decimals, or round in code with MidpointRounding.",
        s => s.SqliteHas(@"\bround\(") && s.AreNumbers((l, r) => Math.Abs(l - r) <= 1));
}
