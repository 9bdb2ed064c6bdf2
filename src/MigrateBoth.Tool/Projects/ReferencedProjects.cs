using System.Text.Json;

namespace MigrateBoth.Tool.Projects;

/// <summary>The projects that a restored project refers to, directly or not.</summary>
internal static class ReferencedProjects
{
    /// <summary>Absolute project files; empty when the project was never restored.</summary>
    public static IReadOnlySet<string> Of(string projectFile)
    {
        var directory = Path.GetDirectoryName(projectFile)!;
        var assets = Path.Combine(directory, "obj", "project.assets.json");
        if (!File.Exists(assets))
        {
            // A project may keep its intermediate files elsewhere; then each project is built by itself, which is slower and right.
            return new HashSet<string>();
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        return json.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "project")
            .Select(library => Path.GetFullPath(library.Value.GetProperty("msbuildProject").GetString()!, directory))
            .ToHashSet(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    }
}
