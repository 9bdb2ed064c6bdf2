using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Tool.Commands.Init.Generating;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The result of <c>init</c> as JSON.</summary>
internal static class InitJson
{
    /// <summary>Writes the members.</summary>
    public static void Write(InitResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("found");
        json.WriteString("project", result.Layout.Project.File);
        json.WriteString("startupProject", result.Startup.Sqlite.File);
        json.WriteString("context", result.Layout.Context?.FullName);
        json.WriteString("layout", result.LayoutName);
        WriteTexts(json, "frameworks", result.Layout.Project.Frameworks);
        WriteTexts(json, "factories", result.Factories);
        WritePackage(json, "efCore", result.EfCore);
        WritePackage(json, "sqliteProvider", result.Sqlite);
        WritePackage(json, "mysqlProvider", result.MySql);
        foreach (var engine in EngineNames.All)
        {
            json.WriteStartObject(engine.Id());
            json.WriteString("project", (result.Layout[engine].Project ?? result.Layout.Project).File);
            json.WriteString("startupProject", result.Startup[engine].File);
            json.WriteString("context", (result.Layout[engine].Context ?? result.Layout.Context)?.FullName);
            json.WriteString("folder", result.Layout[engine].Folder);
            WriteTexts(json, "migrations", result.Layout[engine].Migrations);
            json.WriteEndObject();
        }

        WriteSwitch(result, json);
        if (result.Baseline is not null)
        {
            json.WriteStartObject("baseline");
            json.WriteString("sqlite", result.Baseline.Sqlite);
            json.WriteString("mysql", result.Baseline.MySql);
            json.WriteEndObject();
        }

        WriteTexts(json, "tests", result.Tests.Select(test => test.File));
        json.WriteEndObject();
        json.WriteBoolean("tried", result.Tried is not null);
        json.WriteString("untried", result.Untried);
        json.WriteBoolean("written", result.IsWritten);
        WriteTexts(json, "files", result.Files.Select(file => file.Path));
        WriteTexts(json, "changed", result.IsChanged ? result.Changes.Select(change => change.Path).Order(StringComparer.Ordinal) : []);
        WriteTexts(json, "next", result.Next);
        if (result.Generated is { } generated)
        {
            GeneratedSideOutput.WriteJson(generated, json);
        }

        if (result.Failure is { } failure)
        {
            json.WriteStartObject("error");
            json.WriteString("code", failure.Code);
            json.WriteString("message", failure.Message);
            json.WriteString("hint", failure.Hint);
            json.WriteEndObject();
        }
    }

    private static void WriteSwitch(InitResult result, Utf8JsonWriter json)
    {
        if (result.ChosenBy.Switch is not { } chosenBy)
        {
            json.WriteNull("switch");
            return;
        }

        json.WriteStartObject("switch");
        json.WriteString("reason", chosenBy.Reason);
        foreach (var engine in EngineNames.All)
        {
            json.WriteStartObject(engine.Id());
            WriteTexts(json, "arguments", chosenBy[engine].Arguments);
            json.WriteStartObject("environment");
            chosenBy[engine].Environment.ToList().ForEach(variable => json.WriteString(variable.Key, variable.Value));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WritePackage(Utf8JsonWriter json, string name, (string Name, string? Version)? package) =>
        json.WriteString(name, package is { } found ? InitText.Shown(found) : null);
}
