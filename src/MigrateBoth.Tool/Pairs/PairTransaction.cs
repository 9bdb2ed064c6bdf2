namespace MigrateBoth.Tool.Pairs;

/// <summary>A journal and the files it refers to: ends a change one way or the other.</summary>
internal sealed class PairTransaction
{
    private readonly string _directory;
    private readonly PairJournal _journal;

    public PairTransaction(string directory, PairJournal journal)
    {
        _directory = directory;
        _journal = journal;
        Files = [.. journal.Entries.Select(entry => new JournaledFile(directory, entry))];
    }

    /// <summary>The files, in the journal's order.</summary>
    public IReadOnlyList<JournaledFile> Files { get; }

    /// <summary>Whether every file is at its new state or can be brought there.</summary>
    public bool CanRollForward() =>
        _journal.State == JournalState.Committed && Files.All(file => file.State() != EntryState.Blocked);

    /// <summary>Whether every file is at its old state or can be brought there.</summary>
    public bool CanRollBack() => _journal.State == JournalState.Staging || Files.All(file => file.CanTakeBack());

    /// <summary>Finishes the change.</summary>
    public void RollForward()
    {
        foreach (var file in Files.Where(file => file.State() == EntryState.Pending))
        {
            file.Apply();
        }

        foreach (var file in Files)
        {
            file.CleanUp();
        }

        PairJournal.DeleteFrom(_directory);
    }

    /// <summary>Reverts the change.</summary>
    public void RollBack()
    {
        foreach (var file in Files)
        {
            // While staging no target was touched, so whatever lies there is not ours, even if it reads the same.
            if (_journal.State == JournalState.Staging)
            {
                file.CleanUp();
            }
            else
            {
                file.TakeBack();
            }
        }

        foreach (var directory in _journal.CreatedDirectories.Reverse().Select(path => Path.GetFullPath(path, _directory)))
        {
            if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }

        PairJournal.DeleteFrom(_directory);
    }
}
