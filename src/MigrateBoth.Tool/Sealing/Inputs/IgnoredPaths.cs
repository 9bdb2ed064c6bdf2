using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>The files that <c>gate.ignore</c> declares not to count. <c>**</c> is any number of folders, <c>*</c> and <c>?</c> stay within a name.</summary>
internal sealed class IgnoredPaths(IEnumerable<string> patterns)
{
    private readonly Regex[] _patterns = [.. patterns.Select(Compile)];

    /// <summary>Whether any of a file's paths, with forward slashes, is one of them.</summary>
    public bool Match(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Array.Exists(_patterns, pattern => pattern.IsMatch(path)))
            {
                return true;
            }
        }

        return false;
    }

    private static Regex Compile(string pattern)
    {
        var escaped = Regex.Escape(pattern.Replace('\\', '/').TrimStart('/'))
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{escaped}$", RegexOptions.CultureInvariant);
    }
}
