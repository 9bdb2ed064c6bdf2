namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-22, M-56.</summary>
internal static class IntegerDivision
{
    public static Cause Cause { get; } = new(
        "integer-division",
        ["C-22", "M-56"],
        "Dividing integers gives an integer on SQLite and a fraction on MySQL.",
        "Divide in code, or say what is meant: cast, or Math.Floor.",
        s => s.MySqlHas(@"\s*/\s*") && !s.BothAre("s:"));
}
