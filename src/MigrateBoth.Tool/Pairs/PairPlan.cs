using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Pairs;

/// <summary>What the files of a pair mean for what is on disk now.</summary>
internal static class PairPlan
{
    /// <summary>The files that really change: one whose content stays and one to delete that is not there are left out.</summary>
    /// <exception cref="MigrateBothException">Both sides want the same file, or a new file's name is taken.</exception>
    public static IReadOnlyList<PlannedChange> Changes(IReadOnlyList<PairFile> files, Func<string, byte[]> encode)
    {
        RefuseSharedFiles(files);
        return [.. files
            .Select(file => Change(file, encode))
            .Where(change => change.OldHash != (change.Content is null ? null : DurableFile.Hash(change.Content)))];
    }

    /// <summary>The directories that have to be made, outermost first, relative to <paramref name="directory"/>.</summary>
    public static IReadOnlyList<string> MissingDirectories(string directory, IReadOnlyList<PlannedChange> changes)
    {
        // An outer directory's path is a prefix of the inner one's, so ordinal order is outermost first.
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            for (var parent = Path.GetDirectoryName(change.Target); parent is not null && !Directory.Exists(parent); parent = Path.GetDirectoryName(parent))
            {
                missing.Add(parent);
            }
        }

        return [.. missing.Select(path => Path.GetRelativePath(directory, path))];
    }

    /// <summary>The error for a target that somebody else wrote between planning and writing: their work is not ours to replace.</summary>
    public static MigrateBothException ChangedMeanwhile(string path) => new(
        ExitCode.Incomplete,
        "file-changed-meanwhile",
        $"'{path}' was changed by another program while the migrations were being written. Nothing was changed.",
        "Run the command again.");

    private static PlannedChange Change(PairFile file, Func<string, byte[]> encode)
    {
        var target = FollowLink(file.Path);
        var oldHash = DurableFile.Hash(target);
        if (oldHash is not null && file.MustBeNew)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "file-exists",
                $"'{file.Path}' exists already. Nothing was changed.",
                "Move or delete the file, or choose another name for the migration.");
        }

        return new PlannedChange(target, file.Content is null ? null : encode(oldHash is null ? file.Content : WithLineEndsOf(File.ReadAllText(target), file.Content)), oldHash);
    }

    // dotnet ef ends lines as the machine does: a snapshot checked out with CRLF would change as a whole on Linux.
    private static string WithLineEndsOf(string old, string content)
    {
        var plain = content.Replace("\r\n", "\n", StringComparison.Ordinal);
        return (old.Contains("\r\n", StringComparison.Ordinal), old.Replace("\r\n", string.Empty, StringComparison.Ordinal).Contains('\n')) switch
        {
            (true, false) => plain.Replace("\n", "\r\n", StringComparison.Ordinal),
            (false, true) => plain,
            _ => content,
        };
    }

    // A rename would replace a symbolic link itself; EF Core writes through it.
    private static string FollowLink(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    private static void RefuseSharedFiles(IReadOnlyList<PairFile> files)
    {
        var shared = files.GroupBy(file => Path.GetFullPath(file.Path), StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "sides-share-a-file",
                $"Both sides would write '{shared.Key}'. Nothing was changed.",
                "Give each side a folder of its own: set 'sqlite.migrations' and 'mysql.migrations' in migrateboth.json.");
        }
    }
}
