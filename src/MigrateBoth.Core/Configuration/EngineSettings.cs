namespace MigrateBoth.Core.Configuration;

/// <summary>What the configuration says about one engine. Paths are absolute; null means "find it".</summary>
public sealed record EngineSettings
{
    /// <summary>The project that holds this engine's migrations (layout <c>projects</c>).</summary>
    public string? Project { get; init; }

    /// <summary>The project that is run to make this engine's context, where each engine has one of its own.</summary>
    public string? StartupProject { get; init; }

    /// <summary>The context type for this engine, by short or full name (layout <c>contexts</c>).</summary>
    public string? Context { get; init; }

    /// <summary>The folder of this engine's migrations, relative to its project, such as <c>Migrations/Sqlite</c>.</summary>
    public string? Migrations { get; init; }

    /// <summary>The server version the provider is configured for, such as <c>8.4</c> or <c>10.11-mariadb</c>; MySQL only.</summary>
    public string? Version { get; init; }

    /// <summary>The container image; MySQL only.</summary>
    public string? Image { get; init; }

    /// <summary>Arguments for the application's factory or host when its context for this engine is made.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment variables for the same moment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
