namespace MigrateBoth.Core.Configuration;

/// <summary>What one source says: the command line, the environment or the file. Null means that it says nothing.</summary>
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
