namespace MigrateBoth.Core.Expressions;

/// <summary>The engines' names for the target types of CAST.</summary>
internal static class SqlCastTypes
{
    private static readonly string[] UnicodeCharsets = ["utf8mb4", "utf8mb3", "utf8"];

    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["char"] = "text",
        ["nchar"] = "text",
        ["signed"] = "integer",
        ["signed integer"] = "integer",
        ["unsigned"] = "unsigned",
        ["unsigned integer"] = "unsigned",
        ["real"] = "real",
        ["double"] = "real",
        ["binary"] = "binary",
        ["dec"] = "decimal",
    };

    /// <summary>One spelling for the words of a type; Unicode as the character set falls away, a length or precision stays.</summary>
    public static string Canonical(string[] words, SqlDialect dialect)
    {
        if (dialect.Affinities)
        {
            return Affinity(string.Join(' ', words));
        }

        var named = words switch
        {
            [.. var type, "charset", var set] when UnicodeCharsets.Contains(set, StringComparer.Ordinal) => type,
            [.. var type, "character", "set", var set] when UnicodeCharsets.Contains(set, StringComparer.Ordinal) => type,
            _ => words,
        };
        var open = Array.IndexOf(named, "(");
        var name = string.Join(' ', open < 0 ? named : named.Take(open));
        var facets = open < 0 ? string.Empty : string.Concat(named.Skip(open));
        return (Families.TryGetValue(name, out var family) ? family : name) + facets;
    }

    /// <summary>The affinity that SQLite finds in the words of a type, whatever else they say.</summary>
    private static string Affinity(string type)
    {
        bool Has(params string[] words) => Array.Exists(words, word => type.Contains(word, StringComparison.Ordinal));
        return Has("int") ? "integer" : Has("char", "clob", "text") ? "text" : Has("blob") ? "binary" : Has("real", "floa", "doub") ? "real" : "numeric";
    }
}
