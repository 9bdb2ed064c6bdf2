using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Configuration.Json;

/// <summary>Writes acceptances into the text of a configuration file and leaves everything else as its author wrote it.</summary>
public static class AcceptanceText
{
    private const string Key = "accept";

    // People review the file: only what JSON itself demands is escaped.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a file that says nothing yet.</summary>
    public static string NewFile { get; } = $$"""
        {
          "$schema": "{{ConfigurationNames.SchemaUri}}"
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Adds entries to the end of <c>accept</c>; comments, order and formatting stay.</summary>
    /// <param name="path">The path that messages name.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="acceptances">What is accepted now.</param>
    /// <exception cref="MigrateBothException">78: the text is not a configuration.</exception>
    public static string Add(string path, string text, IReadOnlyList<Acceptance> acceptances)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(acceptances);
        var before = ConfigurationFile.Parse(path, text).Accept ?? [];
        var changed = Insert(text, acceptances);

        // The file decides what a gate lets pass. What is about to be written has to say exactly what was meant.
        return (ConfigurationFile.Parse(path, changed).Accept ?? []).SequenceEqual([.. before, .. acceptances])
            ? changed
            : throw new InvalidOperationException($"The acceptances could not be added to the text of {path}.");
    }

    private static string Insert(string text, IReadOnlyList<Acceptance> acceptances)
    {
        if (JsonContainer.Array(text, Key) is { } array)
        {
            var insertion = new JsonInsertion(text, array);
            return insertion.Append(acceptances.Select(acceptance => insertion.LastIsOnOneLine
                ? $"{{ {string.Join(", ", Members(acceptance))} }}"
                : Lines(acceptance, insertion.Indent, insertion)));
        }

        if (JsonContainer.NullOf(text, Key) is { } nothing)
        {
            return Insert($"{text[..nothing.Start]}[]{text[nothing.End..]}", acceptances);
        }

        var root = new JsonInsertion(text, JsonContainer.Root(text));
        var indent = root.Indent + root.Unit;
        var entries = acceptances.Select(acceptance => indent + Lines(acceptance, indent, root));
        return root.Append([$"\"{Key}\": [{root.NewLine}{string.Join($",{root.NewLine}", entries)}{root.NewLine}{root.Indent}]"]);
    }

    private static string Lines(Acceptance acceptance, string indent, JsonInsertion insertion)
    {
        var separator = $",{insertion.NewLine}{indent}{insertion.Unit}";
        return $"{{{separator[1..]}{string.Join(separator, Members(acceptance))}{insertion.NewLine}{indent}}}";
    }

    private static IEnumerable<string> Members(Acceptance acceptance)
    {
        yield return Member("rule", acceptance.Rule);
        yield return Member("object", acceptance.Object);
        yield return Member("difference", acceptance.Difference);
        if (acceptance.Digest is { } digest)
        {
            yield return Member("digest", digest);
        }

        yield return Member("reason", acceptance.Reason);
        if (acceptance.Until is { } until)
        {
            yield return Member("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static string Member(string key, string value) => $"\"{key}\": {JsonSerializer.Serialize(value, Plain)}";
}
