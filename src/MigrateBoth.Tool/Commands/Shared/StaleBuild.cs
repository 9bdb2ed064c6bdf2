using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>
/// With <c>--no-build</c> the last build speaks for the files. After an <c>add</c> it does not know the newest pair: a second
/// <c>add</c> would scaffold the same changes again, and <c>remove</c> would take the pair before the last.
/// </summary>
internal static class StaleBuild
{
    /// <summary>Refuses to change migrations that were written after the build.</summary>
    /// <param name="build">How the project was built.</param>
    /// <param name="migrations">The project of one side's migrations.</param>
    /// <param name="files">The files that are about to be written or deleted; their folders are looked at.</param>
    /// <exception cref="MigrateBothException"><c>stale-build</c> (2).</exception>
    public static void ThrowIfAny(BuildSettings build, ProjectOutput migrations, IEnumerable<string> files)
    {
        if (!build.NoBuild)
        {
            return;
        }

        var built = File.GetLastWriteTimeUtc(migrations.AssemblyPath);
        var newer = files.Select(file => Path.GetDirectoryName(file)!).Distinct().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"))
            .FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > built);
        if (newer is not null)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "stale-build",
                $"'{newer}' is newer than the build of {migrations.AssemblyName}, so the build does not know the migrations as they are now. Nothing was changed.",
                "Leave out --no-build, or build first.");
        }
    }
}
