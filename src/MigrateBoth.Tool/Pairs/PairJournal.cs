using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrateBoth.Tool.Pairs;

/// <summary>How far a pair of file changes had come when its journal was last written.</summary>
internal enum JournalState
{
    /// <summary>New contents are being put beside their targets. No target has been touched: the way out is back.</summary>
    Staging,

    /// <summary>All new contents and all backups are on disk. Targets may have been touched: the way out is forward.</summary>
    Committed,
}

/// <summary>One file of a pair, as the journal has it. Paths are relative to the journal, so that a moved or mounted checkout recovers.</summary>
/// <param name="Target">The file that is created, replaced or deleted.</param>
/// <param name="Staged">The new content next to it, or null for a deletion.</param>
/// <param name="Backup">The old content next to it, or null for a new file.</param>
/// <param name="NewHash">The new content's SHA-256 in hex, or null for a deletion.</param>
/// <param name="OldHash">The old content's SHA-256 in hex, or null for a new file.</param>
internal sealed record JournalEntry(string Target, string? Staged, string? Backup, string? NewHash, string? OldHash)
{
    /// <summary>What happens to the target.</summary>
    [JsonIgnore]
    public EntryAction Action => Staged is null ? EntryAction.Delete : Backup is null ? EntryAction.Create : EntryAction.Replace;
}

/// <summary>What happens to one file of a pair.</summary>
internal enum EntryAction
{
    /// <summary>The file is new.</summary>
    Create,

    /// <summary>The file gets other content.</summary>
    Replace,

    /// <summary>The file goes.</summary>
    Delete,
}

/// <summary>The state of one file of an interrupted pair.</summary>
internal enum EntryState
{
    /// <summary>The target is as it was and the new content is at hand.</summary>
    Pending,

    /// <summary>The target is as it should become.</summary>
    Done,

    /// <summary>The new content is gone or the target holds something else: this file cannot be brought forward.</summary>
    Blocked,
}

/// <summary>
/// A record of a pair of file changes, written to disk before the changes are made. A process that finds the journal of a killed
/// process can finish the change or undo it.
/// </summary>
/// <param name="State">How far the change has progressed.</param>
/// <param name="Description">The change in words, such as <c>add 20261122170000_Init</c>.</param>
/// <param name="ProcessId">The process that wrote it, for messages only; the lock tells whether it is alive.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Entries">The files.</param>
/// <param name="CreatedDirectories">Directories that had to be made, outermost first; removed again when the change is taken back.</param>
internal sealed record PairJournal(
    JournalState State,
    string Description,
    int ProcessId,
    DateTimeOffset StartedAt,
    IReadOnlyList<JournalEntry> Entries,
    IReadOnlyList<string> CreatedDirectories)
{
    /// <summary>The journal's file name, in the directory of the context's project.</summary>
    public const string FileName = ".migrateboth-pair.json";

    // A file that is not the journal yet: renamed over it in one step, so that a reader never sees half a journal.
    private const string NextFileName = FileName + ".next";

    private static readonly JsonSerializerOptions SerializerOptions = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Whether a journal is in the directory.</summary>
    public static bool ExistsIn(string directory) =>
        File.Exists(Path.Combine(directory, FileName)) || File.Exists(Path.Combine(directory, NextFileName));

    /// <summary>Reads the journal, or returns null when the process died before the first one was complete, and so had touched nothing.</summary>
    /// <exception cref="JsonException">It was damaged by someone else.</exception>
    public static PairJournal? ReadFrom(string directory)
    {
        var path = Path.Combine(directory, FileName);
        return File.Exists(path)
            ? JsonSerializer.Deserialize<PairJournal>(File.ReadAllBytes(path), SerializerOptions)
                ?? throw new JsonException("the journal is empty")
            : null;
    }

    /// <summary>Puts the journal in place in one step.</summary>
    public void WriteTo(string directory)
    {
        var next = Path.Combine(directory, NextFileName);
        DurableFile.Write(next, JsonSerializer.SerializeToUtf8Bytes(this, SerializerOptions));
        File.Move(next, Path.Combine(directory, FileName), overwrite: true);
    }

    /// <summary>Removes the journal: the change is over.</summary>
    public static void DeleteFrom(string directory)
    {
        File.Delete(Path.Combine(directory, NextFileName));
        File.Delete(Path.Combine(directory, FileName));
    }
}
