namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows Q-02.</summary>
internal static class LimitInSubquery
{
    public static Cause Cause { get; } = new(
        "limit-in-subquery",
        ["Q-02"],
        "MySQL takes no LIMIT in an IN subquery (1235).",
        "Use a join, or two queries.",
        s => s.MySqlRefuses("1235"));
}
