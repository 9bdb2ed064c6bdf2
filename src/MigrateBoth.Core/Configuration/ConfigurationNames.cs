namespace MigrateBoth.Core.Configuration;

/// <summary>The configuration file's name and its keys; the parser, the JSON schema's test and the documentation go by these lists.</summary>
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
