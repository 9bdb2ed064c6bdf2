namespace MigrateBoth.Tool.Commands.Server;

/// <summary>What to do with the warm server.</summary>
internal enum ServerAction
{
    /// <summary>Start it.</summary>
    Up,

    /// <summary>Say what runs.</summary>
    Status,

    /// <summary>Remove it.</summary>
    Down,

    /// <summary>Remove what killed runs left.</summary>
    Sweep,
}
