using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Configuration;

/// <summary>The settings of one source: the command line, the environment or the file. Null means not set.</summary>
public sealed record ConfigurationLayer
{
    /// <summary>A source that says nothing.</summary>
    public static ConfigurationLayer Empty { get; } = new();

    /// <inheritdoc cref="MigrateBothConfiguration.Project"/>
    public PathSetting? Project { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.StartupProject"/>
    public PathSetting? StartupProject { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.Context"/>
    public string? Context { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.Layout"/>
    public MigrationsLayout? Layout { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.Sqlite"/>
    public EngineLayer Sqlite { get; init; } = EngineLayer.Empty;

    /// <inheritdoc cref="MigrateBothConfiguration.MySql"/>
    public EngineLayer MySql { get; init; } = EngineLayer.Empty;

    /// <inheritdoc cref="MigrateBothConfiguration.Tests"/>
    public IReadOnlyList<PathSetting>? Tests { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.Rules"/>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>();

    /// <inheritdoc cref="MigrateBothConfiguration.Accept"/>
    public IReadOnlyList<Acceptance>? Accept { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.Baseline"/>
    public HistoryBaseline? Baseline { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.GateIgnore"/>
    public IReadOnlyList<string>? GateIgnore { get; init; }

    /// <inheritdoc cref="MigrateBothConfiguration.Ignore"/>
    public IReadOnlyList<string>? Ignore { get; init; }

    /// <inheritdoc cref="RoundTripSettings.From"/>
    public string? RoundTripFrom { get; init; }

    /// <inheritdoc cref="RoundTripSettings.Irreversible"/>
    public IReadOnlyList<IrreversibleMigration>? Irreversible { get; init; }
}

/// <summary>The settings of one source for one engine. Null means not set.</summary>
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

/// <summary>A path and its source, so that an error about it can name the place to correct.</summary>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Origin">Such as <c>--project</c>, <c>MIGRATEBOTH_PROJECT</c> or <c>"project" in /shop/migrateboth.json, line 3</c>.</param>
public sealed record PathSetting(string FullPath, string Origin);
