namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-21.</summary>
internal static class CastRounds
{
    public static Cause Cause { get; } = new(
        "cast-rounds",
        ["C-21"],
        "A cast to an integer cuts the fraction off on SQLite and rounds on MySQL.",
        "Use Math.Truncate on a double.",
        s => s.SqliteHas(@"CAST\(.+AS INTEGER\)") && s.MySqlHas(@"CAST\(.+AS (signed|unsigned)"));
}
