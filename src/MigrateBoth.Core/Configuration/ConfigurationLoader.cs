using MigrateBoth.Core.Configuration.Json;
using MigrateBoth.Core.Errors;

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

/// <summary>Merges command line, environment and file, in that order, into one validated configuration.</summary>
public static class ConfigurationLoader
{
    /// <summary>Loads and validates the configuration.</summary>
    /// <exception cref="MigrateBothException">78: malformed file, unknown key or rule, a path that points at nothing, a contradiction.</exception>
    public static MigrateBothConfiguration Load(ConfigurationSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);

        var environment = EnvironmentLayer.Read(sources.Environment, sources.WorkingDirectory);
        var file = sources is { Text: not null, File: { } proposed } ? proposed : ConfigurationSearch.Find(sources);
        var fromFile = file is null ? ConfigurationLayer.Empty : sources.Text is { } text ? ConfigurationFile.Parse(file, text) : ConfigurationFile.Read(file);
        var merged = Merge(sources.CommandLine, Merge(environment, fromFile));

        ConfigurationChecks.ThrowIfWrong(merged, sources.KnownRules);
        return new MigrateBothConfiguration
        {
            BaseDirectory = file is null ? sources.WorkingDirectory : Path.GetDirectoryName(file)!,
            WorkingDirectory = sources.WorkingDirectory,
            File = file,
            Project = merged.Project?.FullPath,
            StartupProject = merged.StartupProject?.FullPath,
            Context = merged.Context,
            Layout = merged.Layout,
            Sqlite = Settings(merged.Sqlite),
            MySql = Settings(merged.MySql),
            Tests = [.. (merged.Tests ?? []).Select(test => test.FullPath)],
            Rules = merged.Rules,
            Accept = merged.Accept ?? [],
            Baseline = merged.Baseline,
            GateIgnore = merged.GateIgnore ?? MigrateBothConfiguration.GateIgnoreDefault,
            Ignore = merged.Ignore ?? [],
            RoundTrip = new RoundTripSettings(merged.RoundTripFrom, merged.Irreversible ?? []),
            Warnings = ConfigurationChecks.Warnings(merged, sources.KnownRules),
        };
    }

    private static ConfigurationLayer Merge(ConfigurationLayer first, ConfigurationLayer second) => new()
    {
        Project = first.Project ?? second.Project,
        StartupProject = first.StartupProject ?? second.StartupProject,
        Context = first.Context ?? second.Context,
        Layout = first.Layout ?? second.Layout,
        Sqlite = Merge(first.Sqlite, second.Sqlite),
        MySql = Merge(first.MySql, second.MySql),
        Tests = first.Tests ?? second.Tests,
        // Rules are independent settings: one that is said twice is overridden, the others stay.
        Rules = second.Rules.Concat(first.Rules).GroupBy(rule => rule.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key.ToUpperInvariant(), group => group.Last().Value),
        Accept = first.Accept ?? second.Accept,
        Baseline = first.Baseline ?? second.Baseline,
        GateIgnore = first.GateIgnore ?? second.GateIgnore,
        Ignore = first.Ignore ?? second.Ignore,
        RoundTripFrom = first.RoundTripFrom ?? second.RoundTripFrom,
        Irreversible = first.Irreversible ?? second.Irreversible,
    };

    private static EngineLayer Merge(EngineLayer first, EngineLayer second) => new()
    {
        Project = first.Project ?? second.Project,
        StartupProject = first.StartupProject ?? second.StartupProject,
        Context = first.Context ?? second.Context,
        Migrations = first.Migrations ?? second.Migrations,
        Version = first.Version ?? second.Version,
        Image = first.Image ?? second.Image,
        Arguments = first.Arguments ?? second.Arguments,
        Environment = first.Environment ?? second.Environment,
    };

    private static EngineSettings Settings(EngineLayer layer) => new()
    {
        Project = layer.Project?.FullPath,
        StartupProject = layer.StartupProject?.FullPath,
        Context = layer.Context,
        Migrations = layer.Migrations,
        Version = layer.Version,
        Image = layer.Image,
        Arguments = layer.Arguments ?? [],
        Environment = layer.Environment ?? new Dictionary<string, string>(),
    };
}
