namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>Paths as people like to read them.</summary>
internal static class PathText
{
    /// <summary>The path relative to the working directory if it lies below it, absolute otherwise.</summary>
    public static string Short(string path, string workingDirectory)
    {
        var relative = Path.GetRelativePath(workingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
