namespace MigrateBoth.Tool.Pairs;

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
