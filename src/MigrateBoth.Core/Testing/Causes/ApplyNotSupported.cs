namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows Q-04.</summary>
internal static class ApplyNotSupported
{
    public static Cause Cause { get; } = new(
        "apply-not-supported",
        ["Q-04"],
        "The query needs LATERAL (APPLY), which SQLite does not have: EF Core refuses it there.",
        "Rewrite it as a join, or read the outer rows first.",
        s => s.IsOnlyOnMySql() && s.MySqlHas("LATERAL"));
}
