using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Which texts a column treats as equal, and which it cannot store: the effect of its collation on an application.</summary>
/// <param name="IgnoresCase">Upper and lower case are one.</param>
/// <param name="IgnoresAccents">Letters with and without accents are one.</param>
/// <param name="IgnoresTrailingBlanks">Blanks at the end do not count.</param>
/// <param name="Repertoire">The character set, where it holds only some characters.</param>
internal sealed record TextRule(bool IgnoresCase, bool IgnoresAccents, bool IgnoresTrailingBlanks, string? Repertoire)
{
    private static readonly string[] Unlimited = ["utf8mb4", "utf16", "utf16le", "utf32", "gb18030"];

    public static TextRule Of(DatabaseSchema schema, string? collation, string? characterSet)
    {
        var words = (collation ?? string.Empty).ToLowerInvariant().Split('_');
        var ignoresCase = words is ["nocase"] || words.Contains("ci") || (words.Contains("ai") && !words.Contains("cs"));
        return new TextRule(
            ignoresCase,
            words.Contains("ai") || (words.Contains("ci") && !words.Contains("as")),
            words is ["rtrim"] || (EngineTraits.Of(schema).PadsText && collation is not null && !words.Any(word => word is "0900" or "nopad" or "binary")),
            characterSet is null || Unlimited.Contains(characterSet, StringComparer.OrdinalIgnoreCase) ? null : characterSet);
    }

    /// <summary>The rule in words, for messages.</summary>
    public override string ToString()
    {
        List<string> parts = [IgnoresCase ? "case-insensitive" : "case-sensitive"];
        if (IgnoresAccents)
        {
            parts.Add("accents ignored");
        }

        if (IgnoresTrailingBlanks)
        {
            parts.Add("trailing blanks ignored");
        }

        if (Repertoire is not null)
        {
            parts.Add($"characters of {Repertoire} only");
        }

        return string.Join(", ", parts);
    }
}
