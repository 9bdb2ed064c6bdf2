namespace MigrateBoth.Core.Protocol;

/// <summary>The version of the conversation between tool and design host. Both sides refuse any other.</summary>
public static class ProtocolVersion
{
    /// <summary>The version this build speaks.</summary>
    public const int Current = 1;
}
