namespace MigrateBoth.Tool.Pairs;

/// <summary>
/// One entry of a journal at its place on disk. Every method can be repeated after having been interrupted anywhere, because it
/// looks at what is there instead of remembering what was done.
/// </summary>
internal sealed class JournaledFile
{
    private readonly JournalEntry _entry;
    private readonly string? _staged;
    private readonly string? _backup;

    public JournaledFile(string directory, JournalEntry entry)
    {
        _entry = entry;
        Target = Path.GetFullPath(entry.Target, directory);
        _staged = entry.Staged is null ? null : Path.GetFullPath(entry.Staged, directory);
        _backup = entry.Backup is null ? null : Path.GetFullPath(entry.Backup, directory);
    }

    /// <summary>The file that is created, replaced or deleted.</summary>
    public string Target { get; }

    /// <summary>Where the file stands.</summary>
    public EntryState State()
    {
        var current = DurableFile.Hash(Target);
        if (_entry.Action == EntryAction.Delete)
        {
            return current is null ? EntryState.Done : current == _entry.OldHash ? EntryState.Pending : EntryState.Blocked;
        }

        if (current == _entry.NewHash)
        {
            return EntryState.Done;
        }

        var staged = DurableFile.Hash(_staged!);
        if (staged is null)
        {
            // The new content was written and the file has been edited since: keep the edit. If the file is missing, it was never written.
            return current is null || current == _entry.OldHash ? EntryState.Blocked : EntryState.Done;
        }

        return staged == _entry.NewHash && current == _entry.OldHash ? EntryState.Pending : EntryState.Blocked;
    }

    /// <summary>Writes the new content beside the target.</summary>
    public void Stage(ReadOnlySpan<byte> content) => DurableFile.Write(_staged!, content);

    /// <summary>Copies the old content beside the target.</summary>
    public void BackUp()
    {
        DurableFile.Copy(Target, _backup!);
        if (_staged is not null)
        {
            DurableFile.CopyMode(Target, _staged);
        }
    }

    /// <summary>Brings the target to its new state.</summary>
    /// <exception cref="IOException">Among other reasons because a new file's name is taken meanwhile.</exception>
    public void Apply()
    {
        switch (_entry.Action)
        {
            case EntryAction.Create:
                File.Move(_staged!, Target, overwrite: false);
                break;
            case EntryAction.Replace:
                File.Move(_staged!, Target, overwrite: true);
                break;
            default:
                File.Delete(Target);
                break;
        }
    }

    /// <summary>Whether <see cref="TakeBack"/> can restore the old state.</summary>
    public bool CanTakeBack() => _backup is null || File.Exists(_backup) || DurableFile.Hash(Target) != _entry.NewHash;

    /// <summary>Restores the old state of the target, unless the file has been edited in the meantime; the edit is kept.</summary>
    public void TakeBack()
    {
        // A deleted file has no new hash and, while deleted, none at all: the comparison holds for all three actions.
        if (DurableFile.Hash(Target) == _entry.NewHash)
        {
            if (_backup is null)
            {
                File.Delete(Target);
            }
            else if (File.Exists(_backup))
            {
                File.Move(_backup, Target, overwrite: true);
            }
        }

        CleanUp();
    }

    /// <summary>Removes what is next to the target.</summary>
    public void CleanUp()
    {
        foreach (var path in new[] { _staged, _backup })
        {
            // File.Delete takes a missing file for done, a missing folder for an error.
            if (path is not null && File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }
}
