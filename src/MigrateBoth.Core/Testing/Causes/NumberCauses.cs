using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Numbers that are rounded, bounded or ordered differently.</summary>
internal static class NumberCauses
{
    /// <summary>Catalogue rows C-23.</summary>
    public static Cause DivisionByZero { get; } = new(
        "division-by-zero",
        ["C-23"],
        "A division by zero is NULL on SQLite, and an error in MySQL's UPDATE, INSERT and DELETE.",
        "Guard the division: x == 0 ? null : y / x.",
        s => s.MySqlRefuses("1365"));

    /// <summary>Catalogue rows C-24.</summary>
    public static Cause IntegerOverflow { get; } = new(
        "integer-overflow",
        ["C-24"],
        "MySQL refuses a number that leaves its type's range; SQLite wraps, rounds or continues in floating point.",
        "Cast to a wider type before calculating, or check the range.",
        s => s.MySqlRefuses("1690") || (s.IsAboutValues() && s.AreNumbers((l, r) => Math.Abs(l) >= 9.2e18 || Math.Abs(r) >= 9.2e18)));

    /// <summary>Catalogue rows C-15, C-25.</summary>
    public static Cause RangeNotChecked { get; } = new(
        "range-not-checked",
        ["C-15", "C-25"],
        "SQLite stores whatever number it is given; MySQL refuses one that is outside of its column's range or of another type.",
        "Check ranges before saving, or add a CHECK for SQLite.",
        s => s.MySqlRefuses(FailureClass.OutOfRange) || s.MySqlRefuses("1264", "1366", "1292", "1265"));

    /// <summary>Catalogue rows S-53.</summary>
    public static Cause CheckOnDecimal { get; } = new(
        "check-on-decimal",
        ["S-53"],
        "SQLite stores a decimal as TEXT, so a CHECK compares it as text: '20' is greater than '100'.",
        "Write the check as A + 0 <= 100: the same text is right on both engines.",
        s => s.SqliteRefuses(FailureClass.Check));

    /// <summary>Catalogue rows C-17.</summary>
    public static Cause DecimalOrder { get; } = new(
        "decimal-order",
        ["C-17"],
        "EF Core cannot order by a decimal or take its maximum on SQLite, where it is text.",
        "Convert it to a long in minor units, or order on the client.",
        s => s.IsOnlyOnMySql() && s.MySqlHas(@"ORDER BY|MAX\(|MIN\(") && s.AnyValue(value => value.StartsWith("n:", StringComparison.Ordinal) && value.Contains('.', StringComparison.Ordinal)));

    /// <summary>Catalogue rows C-27.</summary>
    public static Cause FloatPrecision { get; } = new(
        "float-precision",
        ["C-27"],
        "MySQL shows six digits of a float; SQLite stores it as a double.",
        "Use double.",
        s => (s.BothAre("f:") && s.AreNumbers((l, r) => l != r && Math.Abs(l - r) <= Math.Abs(l) * 1e-4)) && !s.SqliteHas(@"\bround\("));

    /// <summary>Catalogue rows C-29.</summary>
    public static Cause RoundHalf { get; } = new(
        "round-half",
        ["C-29"],
        "SQLite rounds a double half away from zero, MySQL to the even number.",
        "Round decimals, or round in code with MidpointRounding.",
        s => s.SqliteHas(@"\bround\(") && s.AreNumbers((l, r) => Math.Abs(l - r) <= 1));

    /// <summary>Catalogue rows C-19, C-20.</summary>
    public static Cause DecimalAsText { get; } = new(
        "decimal-as-text",
        ["C-19", "C-20"],
        "SQLite stores a decimal as TEXT: outside of what EF Core translates, it is compared as text, and '9' is greater than '10'.",
        "Convert it to a long in minor units, or write Amount + 0 in raw SQL and a conditional for Math.Max and Math.Min.",
        s => (s.MySqlHas(@"GREATEST\(|LEAST\(") || (s.IsRaw() && s.SqliteHas(@"[<>]|max\(|min\(|order\s+by"))) && !s.BothAre("s:"));

    /// <summary>Catalogue rows C-21.</summary>
    public static Cause CastRounds { get; } = new(
        "cast-rounds",
        ["C-21"],
        "A cast to an integer truncates on SQLite and rounds on MySQL.",
        "Use Math.Truncate on a double.",
        s => s.SqliteHas(@"CAST\(.+AS INTEGER\)") && s.MySqlHas(@"CAST\(.+AS (signed|unsigned)"));

    /// <summary>Catalogue rows C-22, M-56.</summary>
    public static Cause IntegerDivision { get; } = new(
        "integer-division",
        ["C-22", "M-56"],
        "Dividing integers gives an integer on SQLite and a fraction on MySQL.",
        "Divide in code, or be explicit: use a cast or Math.Floor.",
        s => s.MySqlHas(@"\s*/\s*") && !s.BothAre("s:"));

    /// <summary>Catalogue rows C-15, S-08.</summary>
    public static Cause DecimalNotRounded { get; } = new(
        "decimal-not-rounded",
        ["C-15", "S-08"],
        "MySQL rounds a decimal to the column's scale when it is saved; SQLite stores it as it is.",
        "Round in code (MidpointRounding.AwayFromZero) before saving.",
        s => s.IsAboutValues() && s.BothAre("n:") && s.SqliteValue!.Contains('.', StringComparison.Ordinal) && s.AreNumbers((l, r) => l != r && Math.Abs(l - r) < 1));
}
