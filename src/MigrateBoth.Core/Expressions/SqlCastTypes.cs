namespace MigrateBoth.Core.Expressions;

/// <summary>The engines' names for what a CAST makes of a value.</summary>
internal static class SqlCastTypes
{
    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["char"] = "text",
        ["nchar"] = "text",
        ["varchar"] = "text",
        ["text"] = "text",
        ["int"] = "integer",
        ["integer"] = "integer",
        ["bigint"] = "integer",
        ["signed"] = "integer",
        ["signed integer"] = "integer",
        ["unsigned"] = "unsigned",
        ["unsigned integer"] = "unsigned",
        ["real"] = "real",
        ["double"] = "real",
        ["double precision"] = "real",
        ["float"] = "real",
        ["blob"] = "binary",
        ["binary"] = "binary",
        ["dec"] = "decimal",
    };

    /// <summary>One spelling for the words of a type; a character set falls away, a length or precision stays.</summary>
    public static string Canonical(IReadOnlyList<string> words)
    {
        var characterSet = IndexOf(words, "charset") is >= 0 and var charset ? charset : IndexOf(words, "character");
        var named = characterSet > 0 ? [.. words.Take(characterSet)] : words;
        var open = IndexOf(named, "(");
        var name = string.Join(' ', open < 0 ? named : named.Take(open));
        var facets = open < 0 ? string.Empty : string.Concat(named.Skip(open));
        return (Families.TryGetValue(name, out var family) ? family : name) + facets;
    }

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word)
            {
                return i;
            }
        }

        return -1;
    }
}
