using MigrateBoth.Core.Model;

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

    /// <summary>The settings for SQLite.</summary>
    public EngineSettings Sqlite { get; init; } = new();

    /// <summary>The settings for MySQL.</summary>
    public EngineSettings MySql { get; init; } = new();

    /// <summary>Test projects of the shared suite.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>Severities by rule id; null switches the rule off.</summary>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>();

    /// <summary>The accepted differences; empty when there are none.</summary>
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

/// <summary>The settings of one engine. Paths are absolute; null means "find it".</summary>
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

/// <summary>
/// The point from which migrations have to match in pairs. Of what is before it, only what it builds counts: histories that were
/// kept by hand, or squashed on one side, cannot be paired any more, and need not be where both build the same schema.
/// </summary>
/// <param name="Sqlite">The id of SQLite's last migration before that point; null when all of them have to match.</param>
/// <param name="MySql">The id of MySQL's last migration before that point; null when all of them have to match.</param>
public sealed record HistoryBaseline(string? Sqlite, string? MySql)
{
    /// <summary>One engine's last migration before the point.</summary>
    public string? this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}

/// <summary>How far the round trip goes.</summary>
/// <param name="From">The migration after which the steps begin, such as the last one of the last release; null for all of them.</param>
/// <param name="Irreversible">The migrations that have no way back on purpose.</param>
public sealed record RoundTripSettings(string? From, IReadOnlyList<IrreversibleMigration> Irreversible)
{
    /// <summary>All the way, and all the way back.</summary>
    public static RoundTripSettings Default { get; } = new(null, []);

    /// <summary>Why a migration has no way back on purpose; null when it has to have one.</summary>
    /// <param name="ids">Its ids.</param>
    public string? ReasonFor(IEnumerable<string> ids) =>
        Irreversible.FirstOrDefault(item => ids.Contains(item.Migration, StringComparer.OrdinalIgnoreCase))?.Reason;
}

/// <summary>A migration that is intentionally irreversible.</summary>
/// <param name="Migration">Its id.</param>
/// <param name="Reason">Why.</param>
public sealed record IrreversibleMigration(string Migration, string Reason);
