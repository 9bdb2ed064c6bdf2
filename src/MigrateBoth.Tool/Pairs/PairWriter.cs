using System.Text;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Pairs;

/// <summary>
/// Writes the files of both sides, all or none, even if the process is killed between any two of its steps. New contents and
/// backups are put beside their targets, a journal says what is meant, renames make it so; <see cref="PairRecovery"/> ends
/// what was cut short.
/// </summary>
/// <param name="pairLock">Held by the caller, from before the migrations were read.</param>
/// <param name="encoding">How text becomes bytes, byte order mark included.</param>
internal sealed class PairWriter(PairLock pairLock, Encoding encoding)
{
    // As EF Core's scaffolder saves its files, new ones and replaced ones alike: UTF-8 with its byte order mark.
    private static readonly UTF8Encoding ScaffolderEncoding = new(encoderShouldEmitUTF8Identifier: true);

    private string _current = pairLock.Directory;

    /// <summary>Writes source files.</summary>
    /// <param name="pairLock">Held by the caller, from before the migrations were read.</param>
    public PairWriter(PairLock pairLock)
        : this(pairLock, ScaffolderEncoding)
    {
    }

    /// <summary>Writes all files or none.</summary>
    /// <param name="description">The change in words, such as <c>add 20261122170000_Init</c>.</param>
    /// <param name="files">The files of both sides.</param>
    /// <exception cref="MigrateBothException">Nothing was changed, and why; or <c>pair-interrupted</c> when taking it back failed too.</exception>
    public void Write(string description, IReadOnlyList<PairFile> files)
    {
        try
        {
            foreach (var _ in Steps(description, files))
            {
                // Each step is done when it is returned; only tests stop between two of them.
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TakeBack(exception);
            throw FileErrors.Translate(exception, _current);
        }
        catch (MigrateBothException exception)
        {
            TakeBack(exception);
            throw;
        }
    }

    /// <summary>The same work step by step: each has been done when its name is returned. A killed process is one that stops asking.</summary>
    internal IEnumerable<string> Steps(string description, IReadOnlyList<PairFile> files)
    {
        var directory = pairLock.Directory;
        var changes = PairPlan.Changes(files, Bytes);
        if (changes.Count == 0)
        {
            yield break;
        }

        var journal = new PairJournal(
            JournalState.Staging,
            description,
            Environment.ProcessId,
            DateTimeOffset.UtcNow,
            [.. changes.Select(change => change.ToEntry(directory))],
            PairPlan.MissingDirectories(directory, changes));
        var transaction = new PairTransaction(directory, journal);

        journal.WriteTo(directory);
        yield return "journal";

        foreach (var missing in journal.CreatedDirectories)
        {
            _current = Path.GetFullPath(missing, directory);
            Directory.CreateDirectory(_current);
            yield return $"create {_current}";
        }

        foreach (var (change, file) in changes.Zip(transaction.Files))
        {
            _current = file.Target;
            if (change.Content is not null)
            {
                file.Stage(change.Content);
                yield return $"stage {_current}";
            }

            if (change.OldHash is not null)
            {
                file.BackUp();
                yield return $"back up {_current}";
            }
        }

        _current = directory;
        (journal with { State = JournalState.Committed }).WriteTo(directory);
        yield return "commit";

        foreach (var file in transaction.Files)
        {
            _current = file.Target;
            if (file.State() != EntryState.Pending)
            {
                throw PairPlan.ChangedMeanwhile(file.Target);
            }

            file.Apply();
            yield return $"apply {_current}";
        }

        foreach (var file in transaction.Files)
        {
            _current = file.Target;
            file.CleanUp();
            yield return $"clean up {_current}";
        }

        PairJournal.DeleteFrom(directory);
        yield return "end";
    }

    private byte[] Bytes(string content) => [.. encoding.GetPreamble(), .. encoding.GetBytes(content)];

    private void TakeBack(Exception cause)
    {
        var directory = pairLock.Directory;
        try
        {
            if (PairJournal.ReadFrom(directory) is { } journal)
            {
                new PairTransaction(directory, journal).RollBack();
            }
            else
            {
                PairJournal.DeleteFrom(directory);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "pair-interrupted",
                $"Writing the migrations failed ({cause.Message}), and so did reverting them ({exception.Message}).",
                "Make the migrations' folders writable and run any command again; it completes the change first.",
                new AggregateException(cause, exception));
        }
    }
}
