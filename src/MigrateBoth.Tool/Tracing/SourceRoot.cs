using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Tracing;

/// <summary>What the files of findings are relative to: the repository, which is what code hosts resolve them against.</summary>
internal sealed class SourceRoot
{
    private readonly string _directory;

    private SourceRoot(string directory) => _directory = directory;

    /// <summary>The repository that the configuration is in; without one, the configuration's folder.</summary>
    public static SourceRoot Of(MigrateBothConfiguration configuration)
    {
        for (var directory = new DirectoryInfo(configuration.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            // A file in a worktree, a folder elsewhere.
            if (Path.Exists(Path.Combine(directory.FullName, ".git")))
            {
                return new SourceRoot(directory.FullName);
            }
        }

        return new SourceRoot(configuration.BaseDirectory);
    }

    /// <summary>The location as reports have it.</summary>
    public SourceLocation Relative(SourceLocation location)
    {
        var relative = Path.GetRelativePath(_directory, location.File);
        var file = relative.StartsWith("..", StringComparison.Ordinal) ? location.File : relative;
        return location with { File = file.Replace('\\', '/') };
    }
}
