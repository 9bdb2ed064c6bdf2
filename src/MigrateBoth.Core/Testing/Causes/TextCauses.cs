using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Text that is compared, changed or stored differently.</summary>
internal static class TextCauses
{
    /// <summary>Catalogue rows C-06.</summary>
    public static Cause UniqueIgnoresCase { get; } = new(
        "unique-ignores-case",
        ["C-06"],
        "MySQL's default collation treats texts as equal that differ in case or accents, so its unique index refuses what SQLite's takes.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point. Or store a normalised copy and make that unique.",
        s => s.MySqlRefuses(FailureClass.Unique));

    /// <summary>Catalogue rows C-07.</summary>
    public static Cause ForeignKeyIgnoresCase { get; } = new(
        "foreign-key-ignores-case",
        ["C-07"],
        "MySQL's default collation finds a parent whose key differs in case or accents; SQLite compares keys byte by byte.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point. Normalise keys before they are saved.",
        s => s.SqliteRefuses(FailureClass.ForeignKey));

    /// <summary>Catalogue rows S-03, C-12.</summary>
    public static Cause LengthNotEnforced { get; } = new(
        "length-not-enforced",
        ["S-03", "C-12"],
        "SQLite does not enforce HasMaxLength; MySQL refuses a text that is too long.",
        "Validate lengths before saving, in an interceptor or with a CHECK for SQLite.",
        s => s.MySqlRefuses(FailureClass.TooLong));

    /// <summary>Catalogue rows S-55.</summary>
    public static Cause CheckOnText { get; } = new(
        "check-ignores-case",
        ["S-55"],
        "A CHECK on a text compares byte by byte on SQLite and by the collation on MySQL.",
        "Compare with an explicit collation per provider, or normalise the value before it is saved.",
        s => s.SqliteRefuses(FailureClass.Check) && s.Sqlite?.Parameters.Any(value => value?.StartsWith("s:", StringComparison.Ordinal) == true) == true);

    /// <summary>Catalogue rows S-09.</summary>
    public static Cause TrailingSpaces { get; } = new(
        "trailing-spaces",
        ["S-09"],
        "MySQL's char(n), made by IsFixedLength, loses trailing blanks.",
        "Leave IsFixedLength out.",
        s => s.AreTexts((l, r) => l != r && l.TrimEnd(' ') == r.TrimEnd(' ')));

    /// <summary>Catalogue rows C-09.</summary>
    public static Cause UpperLower { get; } = new(
        "upper-lower",
        ["C-09"],
        "SQLite's upper and lower support only ASCII, MySQL's support Unicode.",
        "Use the ordinal string semantics of MigrateBoth.EntityFrameworkCore, which replace the functions on SQLite, or change the case in code.",
        s => (s.SqliteHas(@"\b(upper|lower)\(") && (s.IsAboutWhichRows() || s.AreTexts((l, r) => string.Equals(l, r, StringComparison.OrdinalIgnoreCase)))));

    /// <summary>Catalogue rows M-56, S-46.</summary>
    public static Cause DoublePipe { get; } = new(
        "double-pipe",
        ["M-56", "S-46"],
        "|| concatenates on SQLite and is a logical OR on MySQL.",
        "Write concat(a, b), or use LINQ.",
        s => s.IsRaw() && s.MySqlHas(@"\|\|"));

    /// <summary>Catalogue rows M-56, S-55.</summary>
    public static Cause LengthInBytes { get; } = new(
        "length-in-bytes",
        ["M-56", "S-55"],
        "length() counts characters on SQLite and bytes on MySQL.",
        "Use LINQ's Length, or char_length on MySQL.",
        s => s.IsRaw() && s.MySqlHas(@"(?<!char_)\blength\("));

    /// <summary>Catalogue rows C-04, M-56.</summary>
    public static Cause BackslashEscape { get; } = new(
        "backslash-escape",
        ["C-04", "M-56"],
        "A backslash escapes on MySQL, in LIKE as in texts; on SQLite it is an ordinary character.",
        "Pass the escape character as the third argument of EF.Functions.Like; in raw SQL use parameters.",
        s => (s.MySqlHas(@"\\") || s.AnyValue(value => value.Contains('\\', StringComparison.Ordinal))) && !s.SqliteHas("ESCAPE") && (s.IsRaw() || s.SqliteHas("LIKE")));

    /// <summary>Catalogue rows M-51, M-54, S-47.</summary>
    public static Cause QuotedText { get; } = new(
        "double-quotes",
        ["M-51", "M-54", "S-47"],
        "A text in double quotes is a name on SQLite and a text on MySQL.",
        "Write names without quotes or in backticks, texts in single quotes.",
        s => s.IsRaw() && s.MySqlHas("\""));

    /// <summary>Catalogue rows C-10.</summary>
    public static Cause RegexCase { get; } = new(
        "regex-case",
        ["C-10"],
        "Regular expressions are .NET's and respect case on SQLite; MySQL's follow the collation.",
        "Match in code, or use a collation that respects case.",
        s => s.MySqlHas("REGEXP"));

    /// <summary>Catalogue rows Q-09, C-16, S-17.</summary>
    public static Cause ToStringFormat { get; } = new(
        "to-string-format",
        ["Q-09", "C-16", "S-17"],
        "The engines write numbers, dates and Guids as texts in their own ways.",
        "Compare typed values, and format them in code.",
        s => s.SqliteHas(@"CAST\(.+AS TEXT\)") || (s.IsRaw() && s.AnyValue(IsGuidText)));

    /// <summary>Catalogue rows C-02.</summary>
    public static Cause ContainsIgnoresCase { get; } = new(
        "contains-ignores-case",
        ["C-02"],
        "Contains and IndexOf respect case on SQLite; on MySQL they follow the collation, which ignores case and accents.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.SqliteHas(@"\binstr\("));

    /// <summary>Catalogue rows C-03.</summary>
    public static Cause LikeIgnoresAccents { get; } = new(
        "like-ignores-accents",
        ["C-03"],
        "LIKE (StartsWith, EndsWith) ignores the case of ASCII letters on SQLite; on MySQL it follows the collation, which ignores case and accents of all letters.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.SqliteHas(@"\bLIKE\b|\bGLOB\b") && s.MySqlHas(@"\bLIKE\b"));

    /// <summary>Catalogue rows C-01.</summary>
    public static Cause CaseInsensitiveGrouping { get; } = new(
        "case-insensitive-grouping",
        ["C-01"],
        "MySQL's default collation treats texts as equal that differ in case or accents, so DISTINCT, GROUP BY and UNION merge them.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.IsAboutWhichRows() && s.MySqlHas(@"\bDISTINCT\b|\bGROUP BY\b|\bUNION\b") && s.InvolvesText());

    /// <summary>Catalogue rows C-05.</summary>
    public static Cause CollationOrder { get; } = new(
        "collation-order",
        ["C-05"],
        "SQLite orders texts by code point (Z before a before é), MySQL by the collation's alphabet.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => (s.Kind == TestDifferenceKind.Order && s.InvolvesText()) || (s.Kind == TestDifferenceKind.Rows && s.SqliteHas("ORDER BY.+LIMIT") && s.MySqlOrders("s:")) || (s.IsAboutValues() && s.BothAre("s:") && s.SqliteHas(@"ORDER BY|\bmax\(|\bmin\(")) || (s.IsAboutWhichRows() && s.InvolvesText() && s.MySqlHas(@" (<|>|<=|>=) ")));

    /// <summary>Catalogue rows C-01, C-08.</summary>
    public static Cause CaseInsensitiveEquality { get; } = new(
        "case-insensitive-equality",
        ["C-01", "C-08"],
        "MySQL's default collation treats texts as equal that differ in case or accents; SQLite compares them byte by byte.",
        "Give MySQL the collation utf8mb4_0900_bin (modelBuilder.UseCollation) and SQLite PRAGMA case_sensitive_like=1, or use MigrateBoth.EntityFrameworkCore's ordinal string semantics, so that both compare by code point.",
        s => s.IsAboutWhichRows() && s.InvolvesText() && s.MySqlHas(@"=|\bIN\b|<>"));

    private static bool IsGuidText(string value) => value.Length == 38 && value.StartsWith("s:", StringComparison.Ordinal) && Guid.TryParse(value[2..], out _);
}
