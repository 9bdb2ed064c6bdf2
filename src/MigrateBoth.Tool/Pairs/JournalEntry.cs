using System.Text.Json.Serialization;

namespace MigrateBoth.Tool.Pairs;

/// <summary>One file of a pair, as the journal has it. Paths are relative to the journal, so that a moved or mounted checkout recovers.</summary>
/// <param name="Target">The file that is created, replaced or deleted.</param>
/// <param name="Staged">The new content beside it, or null for a deletion.</param>
/// <param name="Backup">The old content beside it, or null for a new file.</param>
/// <param name="NewHash">The new content's SHA-256 in hex, or null for a deletion.</param>
/// <param name="OldHash">The old content's SHA-256 in hex, or null for a new file.</param>
internal sealed record JournalEntry(string Target, string? Staged, string? Backup, string? NewHash, string? OldHash)
{
    /// <summary>What happens to the target.</summary>
    [JsonIgnore]
    public EntryAction Action => Staged is null ? EntryAction.Delete : Backup is null ? EntryAction.Create : EntryAction.Replace;
}
