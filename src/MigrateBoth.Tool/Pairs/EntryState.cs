namespace MigrateBoth.Tool.Pairs;

/// <summary>Where one file of an interrupted pair stands.</summary>
internal enum EntryState
{
    /// <summary>The target is as it was and the new content is at hand.</summary>
    Pending,

    /// <summary>The target is as it should become.</summary>
    Done,

    /// <summary>The new content is gone or the target holds something else: this file cannot be brought forward.</summary>
    Blocked,
}
