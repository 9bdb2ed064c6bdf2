using System.Text.RegularExpressions;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>
/// Finds source files by name and namespace. EF Core goes by the name alone, and both sides of a pair have files of the same name:
/// it would take, or delete, the other engine's.
/// </summary>
internal sealed class ProjectFiles(string projectDirectory)
{
    private static readonly string[] Output = ["bin", "obj"];

    /// <summary>The file of that name which declares the namespace; null when there is none.</summary>
    public string? Find(string fileName, string? @namespace)
    {
        if (!Directory.Exists(projectDirectory))
        {
            return null;
        }

        var declaration = Declaration(@namespace);
        return Directory.EnumerateFiles(projectDirectory, fileName, SearchOption.AllDirectories)
            .Where(file => !IsOutput(file))
            .FirstOrDefault(file => declaration is null || declaration.IsMatch(File.ReadAllText(file)));
    }

    private static Regex? Declaration(string? @namespace) => string.IsNullOrEmpty(@namespace)
        ? null
        : new Regex($@"^\s*namespace\s+{Regex.Escape(@namespace)}\s*[;{{]?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase);

    private bool IsOutput(string file) =>
        Output.Contains(Path.GetRelativePath(projectDirectory, file).Split(Path.DirectorySeparatorChar)[0], StringComparer.Ordinal);
}
