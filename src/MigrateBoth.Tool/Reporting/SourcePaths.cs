using MigrateBoth.Core;

namespace MigrateBoth.Tool.Reporting;

/// <summary>
/// Writes paths as build servers want them: relative to the repository's root, with forward slashes. Pipelines run in sub-folders; a
/// <see cref="SourceLocation"/> is relative to the root already.
/// </summary>
/// <param name="root">The repository's root.</param>
internal sealed class SourcePaths(string root)
{
    /// <summary>The paths of the repository that a directory is in; of the directory itself where it is in none.</summary>
    public static SourcePaths Of(string workingDirectory)
    {
        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            // A file in a worktree, a folder elsewhere.
            if (Path.Exists(Path.Combine(directory.FullName, ".git")))
            {
                return new SourcePaths(directory.FullName);
            }
        }

        return new SourcePaths(workingDirectory);
    }

    /// <summary>The whole path, in this machine's own spelling: what an editor on it can open.</summary>
    public string Absolute(string file) => Path.GetFullPath(file, root);

    /// <summary>The path from the root; a file outside of it keeps its absolute path.</summary>
    public string FromRoot(string file)
    {
        var relative = Path.IsPathRooted(file) ? Path.GetRelativePath(root, file) : file;
        var isOutside = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return (isOutside ? file : relative).Replace(Path.DirectorySeparatorChar, '/');
    }
}
