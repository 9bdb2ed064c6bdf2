namespace MigrateBoth.Tool.Pairs;

/// <summary>How far a pair of file changes had come when its journal was last written.</summary>
internal enum JournalState
{
    /// <summary>New contents are being put beside their targets. No target has been touched: the way out is back.</summary>
    Staging,

    /// <summary>All new contents and all backups are on disk. Targets may have been touched: the way out is forward.</summary>
    Committed,
}
