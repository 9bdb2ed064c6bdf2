using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Configuration;

/// <summary>The configuration file's name and its keys; the parser, the JSON schema's test and the documentation use these lists.</summary>
public static class ConfigurationNames
{
    /// <summary>The file that is searched upward from the working directory.</summary>
    public const string FileName = "migrateboth.json";

    /// <summary>The files of several configurations that lie side by side, such as <c>migrateboth.Identity.json</c>.</summary>
    public const string FilePattern = "migrateboth*.json";

    /// <summary>Where editors find the file's schema.</summary>
    public const string SchemaUri = "https://raw.githubusercontent.com/migrateboth/migrateboth/main/src/MigrateBoth.Tool/migrateboth.schema.json";

    /// <summary>What the names of environment variables begin with.</summary>
    public const string VariablePrefix = "MIGRATEBOTH_";

    /// <summary>Names the configuration file.</summary>
    public const string ConfigVariable = VariablePrefix + "CONFIG";

    /// <summary>Keys at the top of the file.</summary>
    public static IReadOnlyList<string> TopLevel { get; } =
        ["$schema", "$comment", "project", "startupProject", "context", "layout", "sqlite", "mysql", "tests", "rules", "accept", "baseline", "roundtrip", "ignore", "gate"];

    /// <summary>Keys of the section <c>sqlite</c>.</summary>
    public static IReadOnlyList<string> Sqlite { get; } = ["project", "startupProject", "context", "migrations", "arguments", "environment"];

    /// <summary>Keys of the section <c>mysql</c>.</summary>
    public static IReadOnlyList<string> MySql { get; } = ["project", "startupProject", "context", "migrations", "version", "image", "arguments", "environment"];

    /// <summary>Keys of one entry of <c>accept</c>.</summary>
    public static IReadOnlyList<string> Acceptance { get; } = ["rule", "object", "difference", "digest", "reason", "until"];

    /// <summary>Keys of the section <c>baseline</c>.</summary>
    public static IReadOnlyList<string> Baseline { get; } = ["sqlite", "mysql"];

    /// <summary>Keys of the section <c>gate</c>.</summary>
    public static IReadOnlyList<string> Gate { get; } = ["ignore"];

    /// <summary>Keys of the section <c>roundtrip</c>.</summary>
    public static IReadOnlyList<string> RoundTrip { get; } = ["from", "irreversible"];

    /// <summary>Keys of one entry of <c>roundtrip.irreversible</c>.</summary>
    public static IReadOnlyList<string> Irreversible { get; } = ["migration", "reason"];

    /// <summary>The words of <c>layout</c>.</summary>
    public static IReadOnlyDictionary<string, MigrationsLayout> Layouts { get; } = new Dictionary<string, MigrationsLayout>
    {
        ["folders"] = MigrationsLayout.Folders,
        ["projects"] = MigrationsLayout.Projects,
        ["contexts"] = MigrationsLayout.Contexts,
    };
}

/// <summary>How severities are written in the configuration, in options and in JSON.</summary>
public static class SeverityNames
{
    /// <summary>Severities by name, gravest first.</summary>
    public static IReadOnlyDictionary<string, Severity> All { get; } = new Dictionary<string, Severity>
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
    };

    /// <summary>Severities by name, and <c>off</c> (null) for a rule that is switched off.</summary>
    public static IReadOnlyDictionary<string, Severity?> AllAndOff { get; } =
        All.ToDictionary(pair => pair.Key, pair => (Severity?)pair.Value).Append(new("off", null)).ToDictionary();

    /// <summary>The name of a severity.</summary>
    public static string Name(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}

/// <summary>
/// Ids that are promised and do not exist yet. A configuration may name them, so that one file serves this version and the one that
/// has them; a family is reserved only as long as not one of its rules exists.
/// </summary>
internal static class ReservedRules
{
    private const int Length = 5;

    private static readonly Dictionary<char, string> Families = new()
    {
        ['4'] = "round trip",
        ['5'] = "behaviour",
        ['6'] = "tests",
        ['7'] = "portability lint",
        ['8'] = "data copy",
    };

    /// <summary>What the rule's family is about, or null when the id is not reserved.</summary>
    public static string? FamilyOf(string rule, IReadOnlyCollection<string> knownRules) =>
        rule.Length == Length
        && rule.StartsWith("MB", StringComparison.OrdinalIgnoreCase)
        && rule.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0
        && Families.TryGetValue(rule[2], out var family)
        && !knownRules.Any(known => known.Length == Length && known[2] == rule[2])
            ? family
            : null;
}
