using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Projects;

/// <summary>Determines whether a build is older than its sources.</summary>
internal static class BuildAge
{
    private static readonly EnumerationOptions AllFiles = new() { RecurseSubdirectories = false, IgnoreInaccessible = true };

    // What is generated or foreign is no source, and a front end's packages are a hundred thousand files.
    private static readonly string[] NoSources = ["bin", "obj", "node_modules", "wwwroot"];

    /// <summary>A source that was changed after the assembly was built, or null.</summary>
    public static string? NewerSource(ProjectOutput output)
    {
        var built = File.GetLastWriteTimeUtc(output.AssemblyPath);
        return Sources(output.Directory).FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > built);
    }

    /// <summary>Only a warning: a file's time says when it was written, not whether it says anything new.</summary>
    public static void WarnIfOld(ProjectOutput output, IProgressDisplay progress)
    {
        if (NewerSource(output) is { } source)
        {
            progress.Warning($"the last build of {Path.GetFileName(output.ProjectFile)} is older than {source}; --no-build works with that build");
        }
    }

    private static IEnumerable<string> Sources(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.cs", AllFiles).Concat(Directory.EnumerateFiles(directory, "*.csproj", AllFiles)))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(directory, "*", AllFiles))
        {
            var name = Path.GetFileName(inner);
            if (!name.StartsWith('.') && !NoSources.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var file in Sources(inner))
                {
                    yield return file;
                }
            }
        }
    }
}
