namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows S-09.</summary>
internal static class TrailingSpaces
{
    public static Cause Cause { get; } = new(
        "trailing-spaces",
        ["S-09"],
        "MySQL's char(n), made by IsFixedLength, loses trailing blanks.",
        "Leave IsFixedLength out.",
        s => s.AreTexts((l, r) => l != r && l.TrimEnd(' ') == r.TrimEnd(' ')));
}
