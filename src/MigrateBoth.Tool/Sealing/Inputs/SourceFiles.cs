namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// The sources of a project: what the SDK compiles by itself, SQL files, and what a project file mentions. What builds, tests and tools leave in a
/// checkout (bin, obj, databases, reports) is none.
/// </summary>
internal static class SourceFiles
{
    private static readonly EnumerationOptions Here = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>The sources in a folder and below it.</summary>
    public static IEnumerable<string> Under(string folder) => Under(folder, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>The files that a pattern of a project file means.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="pattern">As in the project file, with forward slashes.</param>
    public static IEnumerable<string> Matching(string folder, string pattern)
    {
        var firstWildcard = pattern.IndexOfAny(['*', '?']);
        if (firstWildcard < 0)
        {
            var file = Path.GetFullPath(pattern, folder);
            return File.Exists(file) ? [file] : [];
        }

        var fixedPart = pattern[..(pattern.LastIndexOf('/', firstWildcard) + 1)];
        var start = Path.GetFullPath(fixedPart, folder);
        var rest = GlobPattern.Compile(pattern[fixedPart.Length..]);
        return Directory.Exists(start)
            ? AllUnder(start).Where(file => rest.IsMatch(Path.GetRelativePath(start, file).Replace('\\', '/')))
            : [];
    }

    private static IEnumerable<string> Under(string folder, HashSet<string> seen)
    {
        if (!seen.Add(RealPath(folder)))
        {
            yield break; // A link that leads back.
        }

        var isProject = false;
        foreach (var file in Directory.EnumerateFiles(folder, "*", Here))
        {
            isProject |= HasExtension(file, ".csproj");
            if (HasExtension(file, ".cs") || HasExtension(file, ".resx") || HasExtension(file, ".sql"))
            {
                yield return file;
            }
        }

        foreach (var file in isProject ? Directory.EnumerateFiles(folder, "appsettings*.json", Here) : [])
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder, "*", Here).Where(inner => !IsOutput(inner, isProject)))
        {
            foreach (var file in Under(inner, seen))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<string> AllUnder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Here))
        {
            yield return file;
        }

        var isProject = Directory.EnumerateFiles(folder, "*.csproj", Here).Any();
        foreach (var file in Directory.EnumerateDirectories(folder, "*", Here).Where(inner => !IsOutput(inner, isProject)).SelectMany(AllUnder))
        {
            yield return file;
        }
    }

    /// <summary>
    /// What the SDK leaves out too. A folder <c>bin</c> or <c>obj</c> that is not a project's own holds sources like any other.
    /// </summary>
    private static bool IsOutput(string folder, bool inProject)
    {
        var name = Path.GetFileName(folder);
        return name.StartsWith('.')
            || name.Equals("node_modules", StringComparison.OrdinalIgnoreCase)
            || ((inProject || Path.GetFileName(Path.GetDirectoryName(folder)) == "artifacts")
                && (name.Equals("bin", StringComparison.OrdinalIgnoreCase) || name.Equals("obj", StringComparison.OrdinalIgnoreCase)));
    }

    private static string RealPath(string folder) => new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;

    private static bool HasExtension(string file, string extension) => Path.GetExtension(file.AsSpan()).Equals(extension, StringComparison.OrdinalIgnoreCase);
}
