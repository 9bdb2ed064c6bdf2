namespace MigrateBoth.Core.Protocol;

/// <summary>How the context of one engine is made, and where its migrations go.</summary>
public sealed record HostEngineSession
{
    /// <summary>The project of this engine's migrations.</summary>
    public required HostProject Migrations { get; init; }

    /// <summary>The folder of this engine's migrations as configured, or null.</summary>
    public string? MigrationsFolder { get; init; }

    /// <summary>The context type for this engine by short or full name, or null.</summary>
    public string? Context { get; init; }

    /// <summary>The server version the host gives the provider when it makes the options itself, or null for the default.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>Arguments for the application's factory or host.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Environment variables for the moment at which the context is made.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}
