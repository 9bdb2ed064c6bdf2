namespace MigrateBoth.Core.Configuration;

/// <summary>
/// Everything a command needs to know, after command line, environment, migrateboth.json and what is found in the project have
/// been merged in that order. Paths are absolute.
/// </summary>
public sealed record MigrateBothConfiguration
{
    /// <summary>The directory that relative paths of the file were resolved against.</summary>
    public required string BaseDirectory { get; init; }

    /// <summary>Where the command was run, or null where that does not matter.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The configuration file, or null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>The project of the context, or null to find the only one in <see cref="WorkingDirectory"/>, else in <see cref="BaseDirectory"/>.</summary>
    public string? Project { get; init; }

    /// <summary>The project that is run to make a context; null means the same as <see cref="Project"/>.</summary>
    public string? StartupProject { get; init; }

    /// <summary>The context type, by short or full name; null means the only one.</summary>
    public string? Context { get; init; }

    /// <summary>Where the migrations live; null means "find it".</summary>
    public MigrationsLayout? Layout { get; init; }

    /// <summary>SQLite's half.</summary>
    public EngineSettings Sqlite { get; init; } = new();

    /// <summary>MySQL's half.</summary>
    public EngineSettings MySql { get; init; } = new();

    /// <summary>Test projects of the shared suite.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>Severities by rule id; null switches the rule off.</summary>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>();

    /// <summary>Accepted differences.</summary>
    public IReadOnlyList<Acceptance> Accept { get; init; } = [];

    /// <summary>From where the two histories have to match; null means from the beginning.</summary>
    public HistoryBaseline? Baseline { get; init; }

    /// <summary>What <see cref="GateIgnore"/> is where nothing is said.</summary>
    public static IReadOnlyList<string> GateIgnoreDefault { get; } = ["**/*.md", "docs/**"];

    /// <summary>Patterns of files of the checkout that do not count for a release gate, from the file's folder or the repository's.</summary>
    public IReadOnlyList<string> GateIgnore { get; init; } = GateIgnoreDefault;

    /// <summary>Patterns of tables and views that are not the application's, such as <c>hangfire_*</c>.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>How far the round trip goes.</summary>
    public RoundTripSettings RoundTrip { get; init; } = RoundTripSettings.Default;

    /// <summary>What is legal and has no effect, each a sentence.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The project that is run to make an engine's context; null means the same as <see cref="Project"/>.</summary>
    public string? StartupOf(Engine engine) => this[engine].StartupProject ?? StartupProject;

    /// <summary>The settings of one engine.</summary>
    public EngineSettings this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}
