using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Pairs;

/// <summary>What was done about a change that an earlier, killed process left half-way.</summary>
/// <param name="Description">The change in words, such as <c>add 20261122170000_Init</c>.</param>
/// <param name="IsFinished">Whether it was finished; false when it was taken back.</param>
/// <param name="Files">How many files it concerned.</param>
internal sealed record PairRepair(string Description, bool IsFinished, int Files)
{
    /// <summary>One line for people.</summary>
    public string Summary => IsFinished
        ? $"An earlier '{Description}' was interrupted while it wrote its {Files} files: it has now been finished on both sides."
        : $"An earlier '{Description}' was interrupted before it was complete: it has been reverted on both sides; run it again.";
}

/// <summary>Ends what a killed process has left half-way, before anything reads the migrations.</summary>
internal static class PairRecovery
{
    /// <summary>Finds an interrupted change and completes it. It only checks the directory when there is none.</summary>
    /// <param name="directory">The directory of the context's project.</param>
    /// <returns>What was repaired, or null.</returns>
    /// <exception cref="MigrateBothException">
    /// <c>pair-in-progress</c> while the other process still lives; <c>pair-broken</c> when the change can neither be finished nor
    /// taken back.
    /// </exception>
    public static PairRepair? Recover(string directory)
    {
        if (!PairJournal.ExistsIn(directory))
        {
            // Killed before it wrote anything: only its lock file is left. It blocks nothing, but git would show it.
            PairLock.SweepAbandoned(directory);
            return null;
        }

        using var pairLock = PairLock.Acquire(directory, "recovery of an interrupted change");
        return Recover(pairLock);
    }

    /// <summary>The same for a command that holds the lock already.</summary>
    public static PairRepair? Recover(PairLock pairLock)
    {
        var directory = pairLock.Directory;
        if (!PairJournal.ExistsIn(directory))
        {
            return null;
        }

        var path = Path.Combine(directory, PairJournal.FileName);
        try
        {
            if (PairJournal.ReadFrom(directory) is { } journal)
            {
                return End(directory, journal);
            }

            // Only the file that was to become the journal: nothing else had been written.
            PairJournal.DeleteFrom(directory);
            return null;
        }
        catch (JsonException exception)
        {
            throw Broken(path, $"its journal '{path}' is damaged: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "pair-not-recovered",
                $"An earlier command was interrupted while it wrote migrations ('{path}'), and ending its work failed: {exception.Message}",
                "Make the migrations' folders writable and run any command again; it completes the change first.",
                exception);
        }
    }

    private static PairRepair End(string directory, PairJournal journal)
    {
        var transaction = new PairTransaction(directory, journal);
        var canFinish = transaction.CanRollForward();
        if (canFinish)
        {
            transaction.RollForward();
        }
        else if (transaction.CanRollBack())
        {
            transaction.RollBack();
        }
        else
        {
            throw Broken(
                Path.Combine(directory, PairJournal.FileName),
                $"some of its files were changed or deleted since: {string.Join(", ", transaction.Files.Select(file => $"'{file.Target}'"))}",
                null);
        }

        return new PairRepair(journal.Description, canFinish, journal.Entries.Count);
    }

    private static MigrateBothException Broken(string journalPath, string reason, Exception? exception) => new(
        ExitCode.Incomplete,
        "pair-broken",
        $"An earlier command was interrupted while it wrote migrations, and its changes can neither be completed nor reverted: {reason}.",
        $"Restore the migrations' folders to a known state (for example with 'git status' and 'git checkout'), then delete '{journalPath}'.",
        exception);
}
