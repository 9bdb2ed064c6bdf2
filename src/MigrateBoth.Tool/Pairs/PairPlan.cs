using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Pairs;

/// <summary>One file of a change that concerns both sides.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Content">The whole new text, or null when the file is to be deleted.</param>
/// <param name="MustBeNew">Whether a file that is already there stops the change instead of being replaced.</param>
internal sealed record PairFile(string Path, string? Content, bool MustBeNew);

/// <summary>A file that has to become different from what it is.</summary>
/// <param name="Target">Absolute path, symbolic links followed.</param>
/// <param name="Content">The new bytes, or null for a deletion.</param>
/// <param name="OldHash">The hash of what is there now, or null when nothing is.</param>
internal sealed record PlannedChange(string Target, byte[]? Content, string? OldHash)
{
    /// <summary>The journal's entry for it.</summary>
    /// <param name="directory">Where the journal lies.</param>
    public JournalEntry ToEntry(string directory)
    {
        // Neither name may end in .cs: the SDK would compile it.
        var beside = Path.Combine(Path.GetDirectoryName(Target)!, "." + Path.GetFileName(Target));
        return new JournalEntry(
            Path.GetRelativePath(directory, Target),
            Content is null ? null : Path.GetRelativePath(directory, beside + ".migrateboth-new"),
            OldHash is null ? null : Path.GetRelativePath(directory, beside + ".migrateboth-old"),
            Content is null ? null : DurableFile.Hash(Content),
            OldHash);
    }
}

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

    /// <summary>The error for a target that was changed between planning and writing: it must not be overwritten.</summary>
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
