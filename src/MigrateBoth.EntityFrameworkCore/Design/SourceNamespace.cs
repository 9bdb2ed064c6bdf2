using System.Text.RegularExpressions;

namespace MigrateBoth.EntityFrameworkCore.Design;

/// <summary>The namespace that a source file declares.</summary>
internal static partial class SourceNamespace
{
    /// <summary>Reads the first namespace declaration, block or file scoped, of C# or Visual Basic; null when there is none.</summary>
    public static string? Read(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            var match = Declaration().Match(line);
            if (match.Success)
            {
                return match.Groups[1].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*namespace\s+([\w.@]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
