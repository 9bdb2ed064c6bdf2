namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>What became of looking for the application's own switch.</summary>
/// <param name="Switch">The switch, or null when there is none that can be set from outside for certain.</param>
/// <param name="Obstacle">What stands in the way of one that is there, as a sentence; null when there is nothing to say.</param>
internal sealed record FoundSwitch(EngineSwitch? Switch, string? Obstacle)
{
    /// <summary>There is none.</summary>
    public static FoundSwitch None { get; } = new(null, null);
}
