namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-27.</summary>
internal static class FloatPrecision
{
    public static Cause Cause { get; } = new(
        "float-precision",
        ["C-27"],
        "MySQL shows six digits of a float; SQLite stores it as a double.",
        "Use double.",
        s => (s.BothAre("f:") && s.AreNumbers((l, r) => l != r && Math.Abs(l - r) <= Math.Abs(l) * 1e-4)) && !s.SqliteHas(@"\bround\("));
}
