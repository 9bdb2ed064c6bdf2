namespace MigrateBoth.Testing;

/// <summary>The settings of this test run from environment variables. Read once per process.</summary>
internal sealed record TestSettings(Engine Engine, string? MySqlConnectionString, string? RecordingDirectory)
{
    public const string EngineVariable = "MIGRATEBOTH_ENGINE";
    public const string MySqlVariable = "MIGRATEBOTH_MYSQL";

    private static readonly Lazy<TestSettings> s_current = new(() => Read(Environment.GetEnvironmentVariable));

    public static TestSettings Current => s_current.Value;

    /// <summary>Parses the variables; white space counts as "not set".</summary>
    /// <exception cref="ParityDatabaseException">The engine is unknown.</exception>
    public static TestSettings Read(Func<string, string?> variable) => new(
        ParseEngine(Blank(variable(EngineVariable))),
        Blank(variable(MySqlVariable)),
        Blank(variable(MigrateBoth.Core.Recordings.RecordingFormat.DirectoryVariable)));

    private static Engine ParseEngine(string? text) => text?.ToLowerInvariant() switch
    {
        // Not set: a plain `dotnet test` and an IDE's run button work without a server.
        null or "sqlite" => Engine.Sqlite,
        "mysql" or "mariadb" => Engine.MySql,
        _ => throw new ParityDatabaseException($"{EngineVariable} is '{text}'; it takes sqlite or mysql."),
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
