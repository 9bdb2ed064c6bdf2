using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Configuration.Json;

/// <summary>Writes a baseline into the text of a configuration file and leaves everything else as its author wrote it.</summary>
public static class BaselineText
{
    private const string Key = "baseline";

    /// <summary>Adds the baseline at the end; comments, order and formatting stay.</summary>
    /// <param name="path">The path that messages name.</param>
    /// <param name="text">The file's text; it has no baseline yet.</param>
    /// <param name="baseline">From where the histories have to match.</param>
    /// <exception cref="MigrateBothException">78: the text is not a configuration.</exception>
    public static string Add(string path, string text, HistoryBaseline baseline)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(baseline);
        if (ConfigurationFile.Parse(path, text).Baseline is not null)
        {
            throw new InvalidOperationException($"{path} has a baseline already.");
        }

        var changed = Insert(text, Members(baseline));

        // The file decides what a gate lets pass. What is about to be written has to say exactly what was meant.
        return ConfigurationFile.Parse(path, changed).Baseline == baseline
            ? changed
            : throw new InvalidOperationException($"The baseline could not be added to the text of {path}.");
    }

    private static string Insert(string text, string value)
    {
        // "baseline": null is there already, and says nothing.
        if (JsonContainer.NullOf(text, Key) is { } nothing)
        {
            return $"{text[..nothing.Start]}{value}{text[nothing.End..]}";
        }

        return new JsonInsertion(text, JsonContainer.Root(text)).Append([$"\"{Key}\": {value}"]);
    }

    private static string Members(HistoryBaseline baseline) => $"{{ {string.Join(", ", EngineNames.All
        .Where(engine => baseline[engine] is not null).Select(engine => $"\"{engine.Id()}\": {JsonSerializer.Serialize(baseline[engine])}"))} }}";
}
