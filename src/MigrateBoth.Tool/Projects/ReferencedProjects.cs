using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

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

/// <summary>
/// Lists, for MigrateBoth.MSBuild, the checked projects that the start-up project does not refer to: the start-up project's own build does not detect their changes.
/// </summary>
internal static class CheckedProjectsFile
{
    /// <summary>The environment variable that names the file; the build package sets it.</summary>
    public const string Variable = "MIGRATEBOTH_CHECKED_PROJECTS";

    /// <summary>The environment variable that names the start-up project that a build with MigrateBoth.MSBuild builds.</summary>
    public const string BuiltProjectVariable = "MIGRATEBOTH_BUILT_PROJECT";

    /// <summary>Adds a line for the configuration, and one for each project: its file, and behind a bar its assembly.</summary>
    /// <exception cref="MigrateBothException">2: the file cannot be written.</exception>
    public static void Write(ToolConsole console, MigrateBothConfiguration configuration, BuiltProject built)
    {
        if (console.Variable(Variable) is not { } file)
        {
            return;
        }

        var referenced = ReferencedProjects.Of(built.Startup.ProjectFile);
        var others = new[] { built.Project, built.MySqlStartup ?? built.Startup, built.SqliteMigrations, built.MySqlMigrations }.DistinctBy(output => output.ProjectFile)
            .Where(output => output.ProjectFile != built.Startup.ProjectFile && !referenced.Contains(output.ProjectFile));
        try
        {
            File.AppendAllLines(file, [.. configuration.File is { } own ? [own] : Array.Empty<string>(), .. others.Select(output => $"{output.ProjectFile}|{output.AssemblyPath}")]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(ExitCode.Incomplete, "projects-not-written", $"'{file}' could not be written: {exception.Message}", $"Check {Variable}.", exception);
        }
    }
}
