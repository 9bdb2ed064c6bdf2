namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-24.</summary>
internal static class IntegerOverflow
{
    public static Cause Cause { get; } = new(
        "integer-overflow",
        ["C-24"],
        "MySQL refuses a number that leaves its type's range; SQLite wraps, rounds or goes on in floating point.",
        "Cast to a wider type before calculating, or check the range.",
        s => s.MySqlRefuses("1690") || (s.IsAboutValues() && s.AreNumbers((l, r) => Math.Abs(l) >= 9.2e18 || Math.Abs(r) >= 9.2e18)));
}
