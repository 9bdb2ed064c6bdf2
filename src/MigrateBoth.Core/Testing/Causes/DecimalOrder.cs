namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-17.</summary>
internal static class DecimalOrder
{
    public static Cause Cause { get; } = new(
        "decimal-order",
        ["C-17"],
        "EF Core cannot order by a decimal or take its maximum on SQLite, where it is text.",
        "Convert it to a long in minor units, or order on the client.",
        s => s.IsOnlyOnMySql() && s.MySqlHas(@"ORDER BY|MAX\(|MIN\(") && s.AnyValue(value => value.StartsWith("n:", StringComparison.Ordinal) && value.Contains('.', StringComparison.Ordinal)));
}
