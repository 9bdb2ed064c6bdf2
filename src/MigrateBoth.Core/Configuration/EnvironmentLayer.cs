using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Configuration;

/// <summary>Reads <c>MIGRATEBOTH_*</c>. Paths are relative to the working directory; lists are separated by semicolons.</summary>
internal static class EnvironmentLayer
{
    public static ConfigurationLayer Read(IReadOnlyDictionary<string, string> variables, string workingDirectory)
    {
        return new ConfigurationLayer
        {
            Project = PathOf("PROJECT"),
            StartupProject = PathOf("STARTUP_PROJECT"),
            Context = Value("CONTEXT"),
            Layout = Value("LAYOUT") is { } layout ? OneOf("LAYOUT", layout, ConfigurationNames.Layouts) : null,
            Sqlite = Engine("SQLITE"),
            MySql = Engine("MYSQL") with { Version = Value("MYSQL_VERSION"), Image = Value("MYSQL_IMAGE") },
            Tests = List("TESTS")?.Select(path => new PathSetting(Path.GetFullPath(path, workingDirectory), Name("TESTS"))).ToList(),
            RoundTripFrom = Value("ROUNDTRIP_FROM"),
            Ignore = List("IGNORE"),
            Rules = (List("RULES") ?? []).Select(Rule).ToDictionary(rule => rule.Key, rule => rule.Value),
        };

        EngineLayer Engine(string engine) => new()
        {
            Project = PathOf($"{engine}_PROJECT"),
            StartupProject = PathOf($"{engine}_STARTUP_PROJECT"),
            Context = Value($"{engine}_CONTEXT"),
            Migrations = Value($"{engine}_MIGRATIONS"),
            Arguments = List($"{engine}_ARGUMENTS"),
            Environment = List($"{engine}_ENVIRONMENT")?.Select(pair => Pair($"{engine}_ENVIRONMENT", pair)).ToDictionary(p => p.Key, p => p.Value),
        };

        string? Value(string key) => variables.TryGetValue(Name(key), out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

        List<string>? List(string key) => Value(key)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();

        PathSetting? PathOf(string key) => Value(key) is { } path ? new PathSetting(Path.GetFullPath(path, workingDirectory), Name(key)) : null;
    }

    private static string Name(string key) => ConfigurationNames.VariablePrefix + key;

    private static KeyValuePair<string, Severity?> Rule(string text)
    {
        var (rule, severity) = Pair("RULES", text);
        return new(rule, OneOf("RULES", severity, SeverityNames.AllAndOff));
    }

    private static KeyValuePair<string, string> Pair(string key, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? new(text[..at].Trim(), text[(at + 1)..].Trim())
            : throw Wrong(key, text, "Write NAME=VALUE, several of them separated by semicolons.");
    }

    private static T OneOf<T>(string key, string value, IReadOnlyDictionary<string, T> choices) =>
        choices.TryGetValue(value, out var chosen) ? chosen : throw Wrong(key, value, $"It takes one of: {string.Join(", ", choices.Keys)}.");

    private static MigrateBothException Wrong(string key, string value, string hint) =>
        new(ExitCode.Configuration, "invalid-variable", $"The environment variable {Name(key)} does not take '{value}'.", hint);
}
