namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows Q-01.</summary>
internal static class SameTableSubquery
{
    public static Cause Cause { get; } = new(
        "same-table-subquery",
        ["Q-01"],
        "MySQL cannot change a table that a subquery of the same statement reads (1093).",
        "Read the values first (ToList), then update or delete by them.",
        s => s.MySqlRefuses("1093"));
}
