using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>MSBuild's wildcards: <c>**</c> is any number of folders, <c>*</c> and <c>?</c> stay within a name.</summary>
internal static class GlobPattern
{
    public static Regex Compile(string pattern)
    {
        var escaped = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        // MSBuild does not care about case on any system when it expands wildcards.
        return new Regex($"^{escaped}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
