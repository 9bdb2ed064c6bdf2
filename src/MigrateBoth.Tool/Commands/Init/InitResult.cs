using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>What was found, what was or would be written, and what is left to do by hand.</summary>
internal sealed record InitResult : ICommandResult
{
    /// <summary>Context, projects and migrations.</summary>
    public required FoundLayout Layout { get; init; }

    /// <summary>The project that is run to make the context.</summary>
    public required ProjectFacts Startup { get; init; }

    /// <summary>Full names of the design-time factories.</summary>
    public required IReadOnlyList<string> Factories { get; init; }

    /// <summary>The package that EF Core's version was read from.</summary>
    public required (string Name, string? Version)? EfCore { get; init; }

    /// <summary>SQLite's provider.</summary>
    public required (string Name, string? Version)? Sqlite { get; init; }

    /// <summary>MySQL's provider.</summary>
    public required (string Name, string? Version)? MySql { get; init; }

    /// <summary>Whether MigrateBoth.EntityFrameworkCore is there.</summary>
    public required bool HasRuntimePackage { get; init; }

    /// <summary>From where the histories have to match, or null for from the beginning.</summary>
    public required HistoryBaseline? Baseline { get; init; }

    /// <summary>Whether the histories differ and nobody said that this is known.</summary>
    public required bool IsApart { get; init; }

    /// <summary>Test projects that reach the context.</summary>
    public required IReadOnlyList<ProjectFacts> Tests { get; init; }

    /// <summary>The files to write; those that are there already are not among them.</summary>
    public required IReadOnlyList<PairFile> Files { get; init; }

    /// <summary>What paths are shown relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether the files were written.</summary>
    public bool IsWritten { get; init; }

    public ExitCode ExitCode => ExitCode.Ok;

    private string LayoutName => ConfigurationNames.Layouts.First(word => word.Value == Layout.Layout).Key;

    /// <summary>What is left for the user, each a sentence.</summary>
    public IReadOnlyList<string> Next => [.. NextSteps()];

    /// <summary>Asks a person; findings and question go to stderr, for stdout carries the result.</summary>
    public void WriteQuestion(TextWriter error)
    {
        var output = new TextOutput(error, isTerminal: true, color: false, width: 120);
        WriteFound(output);
        WriteFiles(output, "Will write");
        error.Write("Write them? [Y/n] ");
        error.Flush();
    }

    public void WriteText(TextOutput output)
    {
        WriteFound(output);
        if (Files.Count == 0)
        {
            output.Line($"Nothing to write: {ConfigurationNames.FileName} and the tool manifest's entry are there already and stay as they are.");
        }
        else
        {
            WriteFiles(output, IsWritten ? "Wrote" : "Not written");
        }

        output.Line();
        output.Line("Next:");
        foreach (var step in Next)
        {
            output.Line($"  {step}");
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("found");
        json.WriteString("project", Layout.Project.File);
        json.WriteString("startupProject", Startup.File);
        json.WriteString("context", Layout.Context?.FullName);
        json.WriteString("layout", LayoutName);
        WriteTexts(json, "frameworks", Layout.Project.Frameworks);
        WriteTexts(json, "factories", Factories);
        WritePackage(json, "efCore", EfCore);
        WritePackage(json, "sqliteProvider", Sqlite);
        WritePackage(json, "mysqlProvider", MySql);
        foreach (var engine in EngineNames.All)
        {
            json.WriteStartObject(engine.Id());
            json.WriteString("project", (Layout[engine].Project ?? Layout.Project).File);
            json.WriteString("context", (Layout[engine].Context ?? Layout.Context)?.FullName);
            json.WriteString("folder", Layout[engine].Folder);
            WriteTexts(json, "migrations", Layout[engine].Migrations);
            json.WriteEndObject();
        }

        if (Baseline is not null)
        {
            json.WriteStartObject("baseline");
            json.WriteString("sqlite", Baseline.Sqlite);
            json.WriteString("mysql", Baseline.MySql);
            json.WriteEndObject();
        }

        WriteTexts(json, "tests", Tests.Select(test => test.File));
        json.WriteEndObject();
        json.WriteBoolean("written", IsWritten);
        WriteTexts(json, "files", Files.Select(file => file.Path));
        WriteTexts(json, "next", Next);
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
        json.WriteString(name, package is { } found ? Shown(found) : null);

    private static string Shown((string Name, string? Version)? package) =>
        package is { } found ? $"{found.Name} {found.Version ?? "(version not written down)"}" : "not found";

    private static string Count(FoundSide side) => side.Migrations.Count == 0
        ? "no migrations yet"
        : $"{side.Migrations.Count} migration(s), {side.Migrations[0]} to {side.Migrations[^1]}";

    private void WriteFound(TextOutput output)
    {
        var rows = new List<string[]>
        {
            new[] { "context", Layout.Context?.FullName ?? $"{Layout.Sqlite.Context!.FullName} (SQLite), {Layout.MySql.Context!.FullName} (MySQL)" },
            new[] { "project", PathText.Short(Layout.Project.File, WorkingDirectory) },
            new[] { "start-up", PathText.Short(Startup.File, WorkingDirectory) },
            new[] { "factories", Factories.Count == 0 ? "none" : string.Join(", ", Factories) },
            new[] { "layout", LayoutName },
            new[] { "EF Core", Shown(EfCore) },
            new[] { "providers", $"{Shown(Sqlite)}, {Shown(MySql)}" },
        };
        rows.AddRange(EngineNames.All.Select(engine => new[]
        {
            engine.DisplayName(),
            $"{PathText.Short(Path.Combine((Layout[engine].Project ?? Layout.Project).Directory, Layout[engine].Folder), WorkingDirectory)}: {Count(Layout[engine])}",
        }));
        if (Baseline is not null)
        {
            rows.Add(["baseline", $"pairs must match after {Baseline.Sqlite ?? "the beginning"} on SQLite and {Baseline.MySql ?? "the beginning"} on MySQL"]);
        }

        rows.Add(["tests", Tests.Count == 0 ? "none" : string.Join(", ", Tests.Select(test => test.Name))]);
        output.Line("Found", TextStyle.Bold);
        output.Columns(rows);
        output.Line();
    }

    private void WriteFiles(TextOutput output, string heading)
    {
        output.Line(heading, TextStyle.Bold);
        foreach (var file in Files)
        {
            output.Line($"  {PathText.Short(file.Path, WorkingDirectory)}{(file.MustBeNew ? string.Empty : " (an entry added)")}");
        }
    }

    private IEnumerable<string> NextSteps()
    {
        var project = PathText.Short(Layout.Project.File, WorkingDirectory);
        // The package brings both providers, so that where it is there or asked for nothing else is missing.
        var isRuntimeWanted = Layout.Layout == MigrationsLayout.Folders && !HasRuntimePackage;
        if (isRuntimeWanted)
        {
            yield return $"dotnet add \"{project}\" package {ProjectPackages.Runtime}    brings both providers and tells their migrations apart";
            yield return "optionsBuilder.UseMigrateBoth()    the one line of code, after UseSqlite(...) and UseMySql(...) where the context is configured";
        }

        if (IsApart)
        {
            yield return "The two histories differ: 'init --adopt' in a folder without migrateboth.json, or \"baseline\" in it, says from where they have to match.";
        }

        if (Layout.Project.Frameworks.Count > 1)
        {
            yield return $"Commands need --framework: {Layout.Project.Name} targets {string.Join(", ", Layout.Project.Frameworks)}.";
        }

        if (Sqlite is null && !isRuntimeWanted && !HasRuntimePackage)
        {
            yield return $"dotnet add \"{project}\" package Microsoft.EntityFrameworkCore.Sqlite    no SQLite provider was found";
        }

        if (MySql is null && !isRuntimeWanted && !HasRuntimePackage)
        {
            yield return $"dotnet add \"{project}\" package Pomelo.EntityFrameworkCore.MySql    no MySQL provider was found";
        }

        yield return Layout.Sqlite.Migrations.Count + Layout.MySql.Migrations.Count == 0
            ? $"{ToolName.Command} add Init    the first pair of migrations"
            : $"{ToolName.Command} verify    checks the migrations that are there";
    }
}
