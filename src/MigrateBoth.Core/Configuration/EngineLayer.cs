namespace MigrateBoth.Core.Configuration;

/// <summary>What one source says about one engine. Null means that it says nothing.</summary>
public sealed record EngineLayer
{
    /// <summary>A source that says nothing.</summary>
    public static EngineLayer Empty { get; } = new();

    /// <inheritdoc cref="EngineSettings.Project"/>
    public PathSetting? Project { get; init; }

    /// <inheritdoc cref="EngineSettings.StartupProject"/>
    public PathSetting? StartupProject { get; init; }

    /// <inheritdoc cref="EngineSettings.Context"/>
    public string? Context { get; init; }

    /// <inheritdoc cref="EngineSettings.Migrations"/>
    public string? Migrations { get; init; }

    /// <inheritdoc cref="EngineSettings.Version"/>
    public string? Version { get; init; }

    /// <inheritdoc cref="EngineSettings.Image"/>
    public string? Image { get; init; }

    /// <inheritdoc cref="EngineSettings.Arguments"/>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <inheritdoc cref="EngineSettings.Environment"/>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }
}
