using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Configuration.Json;

/// <summary>An object of the configuration file, read key by key; every error names the file and the line.</summary>
internal sealed class ConfigurationSection
{
    private readonly string _file;
    private readonly string _prefix;
    private readonly JsonItem _item;

    /// <summary>Checks the keys.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="prefix">The section's place, such as <c>mysql.</c>; empty at the top.</param>
    /// <param name="item">The object.</param>
    /// <param name="keys">The keys that may be there, or null for any.</param>
    public ConfigurationSection(string file, string prefix, JsonItem item, IReadOnlyList<string>? keys)
    {
        (_file, _prefix, _item) = (file, prefix, item);
        Expect(item, JsonValueKind.Object, prefix.TrimEnd('.'), "an object");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in item.Members)
        {
            if (keys is not null && !keys.Contains(member.Name))
            {
                var nearest = NearestName.Find(member.Name, keys);
                throw Wrong(
                    "unknown-key",
                    $"There is no key '{prefix}{member.Name}'.{(nearest is null ? string.Empty : $" Did you mean '{prefix}{nearest}'?")}",
                    member.Line,
                    $"Known keys here: {string.Join(", ", keys)}.");
            }

            if (!seen.Add(member.Name))
            {
                throw Wrong("repeated-key", $"The key '{prefix}{member.Name}' is there twice.", member.Line, "Keep one of them.");
            }
        }
    }

    /// <summary>All members; null values count as absent.</summary>
    public IEnumerable<JsonMember> Members => _item.Members.Where(member => member.Value.Kind != JsonValueKind.Null);

    /// <summary>A text, or null when it is absent.</summary>
    public string? Text(string key) => Find(key) is { } member ? Text(member) : null;

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string key) => Text(key)
        ?? throw Wrong("missing-key", $"'{_prefix}{key}' is missing.", _item.Line, null);

    /// <summary>A member's text.</summary>
    public string Text(JsonMember member)
    {
        Expect(member.Value, JsonValueKind.String, _prefix + member.Name, "a text");
        return string.IsNullOrWhiteSpace(member.Value.Text)
            ? throw Wrong("invalid-value", $"'{_prefix}{member.Name}' is empty.", member.Line, "Leave the key out to have the value found.")
            : member.Value.Text;
    }

    /// <summary>A member's text where empty is a value too.</summary>
    public string TextOrEmpty(JsonMember member)
    {
        Expect(member.Value, JsonValueKind.String, _prefix + member.Name, "a text");
        return member.Value.Text!;
    }

    /// <summary>A path, resolved against the file's folder.</summary>
    public PathSetting? PathOf(string key) => Find(key) is { } member ? Resolve(Text(member), member.Name, member.Line) : null;

    /// <summary>A list of paths.</summary>
    public IReadOnlyList<PathSetting>? Paths(string key) =>
        Find(key) is { } member ? [.. List(member).Select(item => Resolve(item.Text!, member.Name, item.Line))] : null;

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string>? Texts(string key) =>
        Find(key) is { } member ? [.. List(member).Select(item => item.Text!)] : null;

    /// <summary>A list of texts, none of them empty.</summary>
    public IReadOnlyList<string>? RequiredTexts(string key)
    {
        if (Find(key) is not { } member)
        {
            return null;
        }

        return List(member).FirstOrDefault(item => string.IsNullOrWhiteSpace(item.Text)) is { } empty
            ? throw Wrong("invalid-value", $"'{_prefix}{key}' has an empty entry.", empty.Line, "Leave the entry out.")
            : [.. List(member).Select(item => item.Text!)];
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(JsonMember member, IReadOnlyDictionary<string, T> choices) =>
        choices.TryGetValue(Text(member), out var chosen)
            ? chosen
            : throw Wrong(
                "invalid-value",
                $"'{_prefix}{member.Name}' does not take '{member.Value.Text}'.",
                member.Value.Line,
                $"It takes one of: {string.Join(", ", choices.Keys)}.");

    /// <summary>A section within this one, or null when it is absent.</summary>
    public ConfigurationSection? Section(string key, IReadOnlyList<string>? keys) =>
        Find(key) is { } member ? new ConfigurationSection(_file, $"{_prefix}{key}.", member.Value, keys) : null;

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<ConfigurationSection>? Sections(string key, IReadOnlyList<string> keys)
    {
        if (Find(key) is not { } member)
        {
            return null;
        }

        Expect(member.Value, JsonValueKind.Array, _prefix + key, "a list");
        return [.. member.Value.Items.Select((item, index) => new ConfigurationSection(_file, $"{_prefix}{key}[{index}].", item, keys))];
    }

    /// <summary>A member by its key, or null when it is absent or null.</summary>
    public JsonMember? Find(string key) => Members.FirstOrDefault(member => member.Name == key);

    /// <summary>An error at a line of this file.</summary>
    public MigrateBothException Wrong(string code, string message, int line, string? hint) =>
        new(ExitCode.Configuration, code, $"{_file}, line {line}: {message}", hint);

    private IReadOnlyList<JsonItem> List(JsonMember member)
    {
        Expect(member.Value, JsonValueKind.Array, _prefix + member.Name, "a list of texts");
        foreach (var item in member.Value.Items)
        {
            Expect(item, JsonValueKind.String, _prefix + member.Name, "a list of texts");
        }

        return member.Value.Items;
    }

    private PathSetting Resolve(string path, string key, int line) =>
        new(Path.GetFullPath(path, Path.GetDirectoryName(_file)!), $"'{_prefix}{key}' in {_file}, line {line},");

    private void Expect(JsonItem item, JsonValueKind kind, string name, string what)
    {
        if (item.Kind != kind)
        {
            throw Wrong("invalid-value", $"{(name.Length == 0 ? "The file" : $"'{name}'")} must be {what}.", item.Line, null);
        }
    }
}
