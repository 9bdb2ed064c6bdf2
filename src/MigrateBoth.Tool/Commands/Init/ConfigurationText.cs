using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Commands.Init.Switches;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The text of a new migrateboth.json.</summary>
internal static class ConfigurationText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what was found, with paths relative to the file's folder.</summary>
    public static string Of(
        FoundLayout layout, FoundStartup startup, EngineSwitch? chosenBy, HistoryBaseline? baseline, IReadOnlyList<ProjectFacts> tests, string directory, string? comment = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", ConfigurationNames.SchemaUri);
            if (comment is not null)
            {
                json.WriteString("$comment", comment);
            }

            json.WriteString("project", PathOf(layout.Project, directory));
            if (startup.IsShared && startup.Sqlite != layout.Project)
            {
                json.WriteString("startupProject", PathOf(startup.Sqlite, directory));
            }

            if (layout.Context is { } context)
            {
                json.WriteString("context", context.FullName);
            }

            json.WriteString("layout", ConfigurationNames.Layouts.First(word => word.Value == layout.Layout).Key);
            foreach (var engine in EngineNames.All)
            {
                WriteSide(json, engine, layout[engine], startup.IsShared ? null : startup[engine], chosenBy?[engine] ?? SwitchSetting.None, directory);
            }

            if (tests.Count > 0)
            {
                json.WriteStartArray("tests");
                foreach (var test in tests)
                {
                    json.WriteStringValue(PathOf(test, directory));
                }

                json.WriteEndArray();
            }

            if (baseline is not null)
            {
                WriteBaseline(json, baseline);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteBaseline(Utf8JsonWriter json, HistoryBaseline baseline)
    {
        json.WriteStartObject("baseline");
        foreach (var engine in EngineNames.All)
        {
            if (baseline[engine] is { } id)
            {
                json.WriteString(engine.Id(), id);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, Engine engine, FoundSide side, ProjectFacts? startup, SwitchSetting setting, string directory)
    {
        json.WriteStartObject(engine.Id());
        if (side.Project is { } project)
        {
            json.WriteString("project", PathOf(project, directory));
        }

        if (startup is not null)
        {
            json.WriteString("startupProject", PathOf(startup, directory));
        }

        if (side.Context is { } context)
        {
            json.WriteString("context", context.FullName);
        }

        json.WriteString("migrations", side.Folder);
        if (setting.Arguments.Count > 0)
        {
            json.WriteStartArray("arguments");
            setting.Arguments.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        if (setting.Environment.Count > 0)
        {
            json.WriteStartObject("environment");
            setting.Environment.ToList().ForEach(variable => json.WriteString(variable.Key, variable.Value));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The folder where it is unmistakable, else the file; with slashes, so that it reads the same on every machine.</summary>
    private static string PathOf(ProjectFacts project, string directory)
    {
        var isOnly = Directory.EnumerateFiles(project.Directory, "*.*proj").Where(SolutionProjects.IsProject).Take(2).Count() == 1;
        return Path.GetRelativePath(directory, isOnly ? project.Directory : project.File).Replace('\\', '/');
    }
}
