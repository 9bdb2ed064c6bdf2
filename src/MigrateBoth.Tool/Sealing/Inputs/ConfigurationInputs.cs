using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports.Provenance;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// The digest of a configuration: of the file, whatever its layout and comments, and of what environment and command line made of it. The image of
/// the scratch server is left out of the latter: one commit is checked against several, and the report names the server itself.
/// </summary>
internal static class ConfigurationInputs
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The digest, and the secrets that are masked in it, each with the place it is at.</summary>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="project">The project of the context, found if it is not named.</param>
    /// <param name="arguments">What the application was given behind <c>--</c>.</param>
    /// <param name="relative">Makes a path independent of the machine.</param>
    public static (string Digest, IReadOnlyList<string> Secrets) Digest(MigrateBothConfiguration configuration, string project, IReadOnlyList<string> arguments, Func<string, string> relative)
    {
        var effective = new JsonObject
        {
            ["project"] = relative(project),
            ["startupProject"] = configuration.StartupProject is { } startup ? relative(startup) : null,
            ["context"] = configuration.Context,
            ["layout"] = configuration.Layout?.ToString(),
            ["sqlite"] = Engine(configuration.Sqlite, relative),
            ["mysql"] = Engine(configuration.MySql, relative),
            ["tests"] = Texts(configuration.Tests.Select(relative)),
            ["rules"] = new JsonObject(configuration.Rules.Select(rule => KeyValuePair.Create(rule.Key, (JsonNode?)(rule.Value?.Name() ?? "off")))),
            ["baseline"] = configuration.Baseline is { } baseline ? Texts([baseline.Sqlite ?? "", baseline.MySql ?? ""]) : null,
            ["arguments"] = Texts(arguments),
            ["accept"] = Texts(configuration.Accept.Select(accepted => accepted.ToString())),
            ["ignore"] = Texts(configuration.Ignore),
            ["file"] = File(configuration.File),
        };
        var secrets = new List<string>();
        var masked = Masked(string.Empty, effective, secrets);
        return (CheckedInputs.Of(Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToElement(masked)))), secrets);
    }

    private static JsonObject? File(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var file = JsonNode.Parse(System.IO.File.ReadAllText(path), documentOptions: Lenient)!.AsObject();
        file.Remove("$schema");
        return file;
    }

    // A digest of a short secret could be guessed at from the report.
    private static JsonNode? Masked(string place, JsonNode? node, List<string> secrets)
    {
        switch (node)
        {
            case JsonObject json:
                return new JsonObject(json.OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Masked($"{place}/{member.Key}", member.Value, secrets))));
            case JsonArray json:
                return new JsonArray([.. json.Select((item, i) => Masked($"{place}/{NameOf(json, i)}", item, secrets))]);
            case JsonValue value when value.TryGetValue<string>(out var text) && Redaction.IsSecret(place[(place.LastIndexOf('/') + 1)..], text):
                secrets.Add(JsonSerializer.Serialize($"{place}={text}"));
                return Redaction.Mask;
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>An argument's value is named by the option before it.</summary>
    private static string NameOf(JsonArray json, int place) =>
        place > 0 && json[place - 1] is JsonValue before && before.TryGetValue<string>(out var option) && option.StartsWith('-') ? option.TrimStart('-') : $"{place}";

    private static JsonObject Engine(EngineSettings settings, Func<string, string> relative) => new()
    {
        ["project"] = settings.Project is { } project ? relative(project) : null,
        ["context"] = settings.Context,
        ["migrations"] = settings.Migrations,
        ["version"] = settings.Version,
        ["arguments"] = Texts(settings.Arguments),
        ["environment"] = new JsonObject(settings.Environment.Select(variable =>
            KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}

/// <summary>The files that <c>gate.ignore</c> declares not to count. <c>**</c> is any number of folders, <c>*</c> and <c>?</c> stay within a name.</summary>
internal sealed class IgnoredPaths(IEnumerable<string> patterns)
{
    private readonly Regex[] _patterns = [.. patterns.Select(Compile)];

    /// <summary>Whether any of a file's paths, with forward slashes, is one of them.</summary>
    public bool Match(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Array.Exists(_patterns, pattern => pattern.IsMatch(path)))
            {
                return true;
            }
        }

        return false;
    }

    private static Regex Compile(string pattern)
    {
        var escaped = Regex.Escape(pattern.Replace('\\', '/').TrimStart('/'))
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{escaped}$", RegexOptions.CultureInvariant);
    }
}
