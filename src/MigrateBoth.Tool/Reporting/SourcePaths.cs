namespace MigrateBoth.Tool.Reporting;

/// <summary>
/// Writes paths as build servers want them: relative to the repository's root, with forward slashes. Findings carry paths relative to the working
/// directory, and pipelines run in sub-folders.
/// </summary>
/// <param name="workingDirectory">What relative paths are relative to.</param>
/// <param name="root">The repository's root.</param>
internal sealed class SourcePaths(string workingDirectory, string root)
{
    /// <summary>The paths of the repository that a directory is in; of the directory itself where it is in none.</summary>
    public static SourcePaths Of(string workingDirectory)
    {
        // A work tree and a submodule have a file of that name.
        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            var git = Path.Combine(directory.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return new SourcePaths(workingDirectory, directory.FullName);
            }
        }

        return new SourcePaths(workingDirectory, workingDirectory);
    }

    /// <summary>The path from the root; a file outside of it keeps its absolute path.</summary>
    public string FromRoot(string file)
    {
        var absolute = Path.GetFullPath(file, workingDirectory);
        var relative = Path.GetRelativePath(root, absolute);
        var isOutside = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return (isOutside ? absolute : relative).Replace(Path.DirectorySeparatorChar, '/');
    }
}
