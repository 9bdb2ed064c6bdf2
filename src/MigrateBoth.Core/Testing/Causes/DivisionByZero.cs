namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-23.</summary>
internal static class DivisionByZero
{
    public static Cause Cause { get; } = new(
        "division-by-zero",
        ["C-23"],
        "A division by zero is NULL on SQLite, and an error in MySQL's UPDATE, INSERT and DELETE.",
        "Guard the division: x == 0 ? null : y / x.",
        s => s.MySqlRefuses("1365"));
}
