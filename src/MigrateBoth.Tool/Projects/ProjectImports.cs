using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Projects;

/// <summary>Follows the imports of project files as far as their paths say where they lead.</summary>
internal static partial class ProjectImports
{
    private const string ThisFile = "$(MSBuildThisFileDirectory)";

    /// <summary>The files and all they import, with their texts (empty where there is no file); null when an import could lead anywhere.</summary>
    public static SortedDictionary<string, string>? Follow(IEnumerable<string> files)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var left = new Queue<string>(files);
        while (left.TryDequeue(out var file))
        {
            if (read.ContainsKey(file))
            {
                continue;
            }

            var text = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
            read.Add(file, text);
            foreach (Match import in Import().Matches(text))
            {
                var path = import.Groups["path"].Value;
                if (IsInherited().IsMatch(path))
                {
                    continue; // Every such file above the project is among the files anyway.
                }

                path = path.Replace(ThisFile, string.Empty, StringComparison.Ordinal);
                if (path.Length == 0 || path.Contains('$', StringComparison.Ordinal) || path.Contains('*', StringComparison.Ordinal) || import.Value.Contains("Sdk=", StringComparison.Ordinal))
                {
                    return null;
                }

                left.Enqueue(Path.GetFullPath(path.Replace('\\', '/'), Path.GetDirectoryName(file)!));
            }
        }

        return read;
    }

    [GeneratedRegex("""<Import\b(?:[^>]*?\sProject="(?<path>[^"]*)")?[^>]*>""", RegexOptions.CultureInvariant)]
    private static partial Regex Import();

    [GeneratedRegex(@"^\$\(\[MSBuild\]::GetPathOfFileAbove\('?Directory\.(Build|Packages)\.(props|targets)", RegexOptions.CultureInvariant)]
    private static partial Regex IsInherited();
}
