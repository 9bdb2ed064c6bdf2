using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Projects;

/// <summary>Turns what the configuration says into project files.</summary>
internal static class ProjectFinder
{
    /// <summary>The project of the context.</summary>
    /// <exception cref="MigrateBothException">78: no project, or more than one.</exception>
    public static string Find(MigrateBothConfiguration configuration)
    {
        if (configuration.Project is { } named)
        {
            return Resolve(named);
        }

        // The folder one is in says more than the folder of a configuration further up.
        var working = configuration.WorkingDirectory ?? configuration.BaseDirectory;
        var directory = ProjectFiles(working).Count > 0 ? working : configuration.BaseDirectory;
        return Only(directory);
    }

    /// <summary>A project file as it is, or the only one of a folder.</summary>
    /// <exception cref="MigrateBothException">78: no project, more than one, or not a project file.</exception>
    public static string Resolve(string path)
    {
        if (Directory.Exists(path))
        {
            return Only(path);
        }

        if (!File.Exists(path))
        {
            throw NotFound($"There is no project '{path}'.");
        }

        return IsProject(path)
            ? path
            : throw new MigrateBothException(
                ExitCode.Configuration, "project-not-supported", $"'{path}' is not a project file (.csproj, .fsproj).", "Name the project file, or its folder.");
    }

    /// <summary>Whether a file is a project that can hold or make a context, in whatever language.</summary>
    public static bool IsProject(string path) => Path.GetExtension(path).ToUpperInvariant() is ".CSPROJ" or ".FSPROJ" or ".VBPROJ";

    private static string Only(string directory)
    {
        var projects = ProjectFiles(directory);
        return projects switch
        {
            [var only] => only,
            [] => throw NotFound($"There is no project (.csproj, .fsproj) in '{directory}'."),
            _ => throw new MigrateBothException(
                ExitCode.Configuration,
                "project-ambiguous",
                $"There are {projects.Count} projects in '{directory}': {string.Join(", ", projects.Select(Path.GetFileName))}.",
                "Name one with --project FILE, or with \"project\" in migrateboth.json."),
        };
    }

    private static MigrateBothException NotFound(string message) =>
        new(ExitCode.Configuration, "project-not-found", message, "Run the command in the project's folder, or name it with --project PATH or with \"project\" in migrateboth.json.");

    private static List<string> ProjectFiles(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*.*proj").Where(IsProject).Order(StringComparer.Ordinal)];
}
