namespace MigrateBoth.Core.Configuration;

/// <summary>Everything a configuration is made from.</summary>
public sealed record ConfigurationSources
{
    /// <summary>Where the file is searched from, upward; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the command line says.</summary>
    public ConfigurationLayer CommandLine { get; init; } = ConfigurationLayer.Empty;

    /// <summary>The file that <c>--config</c> names, or null to search.</summary>
    public string? File { get; init; }

    /// <summary>The text of <see cref="File"/> where it is not written yet, or null to read it.</summary>
    public string? Text { get; init; }

    /// <summary>The ids of all rules, or null where they do not matter.</summary>
    public IReadOnlyCollection<string>? KnownRules { get; init; }
}
