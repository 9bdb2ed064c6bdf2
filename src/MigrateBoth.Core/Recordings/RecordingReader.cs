using System.Text.Json;

namespace MigrateBoth.Core.Recordings;

/// <summary>Reads the recordings that test processes have written.</summary>
static partial class RecordingReader
{
    /// <summary>Reads every recording of a directory, in the order of their names.</summary>
    /// <returns>The recordings; none when the directory does not exist.</returns>
    /// <exception cref="RecordingException">A file is not a recording, or not one of this version.</exception>
    public static IReadOnlyList<Recording> ReadDirectory(string directory) => !Directory.Exists(directory)
        ? []
        : [.. Directory.EnumerateFiles(directory, "*" + RecordingFormat.FileExtension).Order(StringComparer.Ordinal).Select(ReadFile)];

    /// <summary>Reads a recording.</summary>
    /// <exception cref="RecordingException">The file is not a recording, or not one of this version.</exception>
    public static Recording ReadFile(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return Read(reader, path);
    }

    /// <summary>Reads a recording.</summary>
    /// <param name="reader">The lines.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="RecordingException">The text is not a recording, or not one of this version.</exception>
    public static Recording Read(TextReader reader, string name)
    {
        if (reader.ReadLine() is not { } first)
        {
            throw new RecordingException($"{name} is empty.");
        }

        RequireVersion(first, name);
        var lines = new List<RecordingLine>();
        var number = 1;
        var session = Parse(first, name, number) as SessionStarted ?? throw new RecordingException($"{name} does not begin with a session.");
        var next = reader.ReadLine();
        while (next is not null)
        {
            number++;
            var line = next;
            next = reader.ReadLine();
            try
            {
                lines.Add(Parse(line, name, number));
            }
            catch (RecordingException) when (next is null)
            {
                // A process that died while it wrote leaves half a line at the end; the missing end line tells of it.
            }
        }

        return Recording.From(session, lines);
    }

    // Before anything else, so that a later version's lines are not called damaged.
    private static void RequireVersion(string line, string name)
    {
        int? version = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("format", out var format)
                && format.TryGetInt32(out var found))
            {
                version = found;
            }
        }
        catch (JsonException e)
        {
            throw new RecordingException($"{name} is no recording: its first line is not JSON.", e);
        }

        if (version != RecordingFormat.Version)
        {
            throw new RecordingException(version is null
                ? $"{name} is no recording: its first line has no format."
                : $"{name} has format {version}, and this version reads {RecordingFormat.Version}. Use the same version of MigrateBoth.Testing and dotnet migrate-both.");
        }
    }

    private static RecordingLine Parse(string line, string name, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RecordingJson.Default.RecordingLine)
                ?? throw new RecordingException($"{name}, line {number}, is empty.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new RecordingException($"{name}, line {number}, is not understood: {e.Message}", e);
        }
    }
}
