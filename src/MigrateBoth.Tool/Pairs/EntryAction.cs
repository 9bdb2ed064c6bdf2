namespace MigrateBoth.Tool.Pairs;

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
