using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Init.Generating;
using MigrateBoth.Tool.Commands.Init.Switches;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Rendering;

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

    /// <summary>Whether the application has an <c>IMigrationsAssembly</c> of its own, by which it tells its folders apart.</summary>
    public bool HasOwnMigrationsAssembly { get; init; }

    /// <summary>How the application itself chooses between the engines.</summary>
    public required FoundSwitch ChosenBy { get; init; }

    /// <summary>From where the histories have to match, or null for from the beginning.</summary>
    public required HistoryBaseline? Baseline { get; init; }

    /// <summary>What the histories say, where the configuration has a baseline that says otherwise; without ids where they match from the beginning.</summary>
    public HistoryBaseline? OtherBaseline { get; init; }

    /// <summary>Whether the histories differ and nobody said that this is known.</summary>
    public required bool IsApart { get; init; }

    /// <summary>Test projects that reach the context.</summary>
    public required IReadOnlyList<ProjectFacts> Tests { get; init; }

    /// <summary>The files to write; those that are there already are not among them.</summary>
    public required IReadOnlyList<PairFile> Files { get; init; }

    /// <summary>The configuration file, there already or not.</summary>
    public required string Configuration { get; init; }

    /// <summary>What paths are shown relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether the files were written.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Whether existing migrations are taken over.</summary>
    public bool IsAdopting { get; init; }

    /// <summary>The first migration of a side that had none, or null.</summary>
    public GeneratedSide? Generated { get; init; }

    /// <summary>Why it could not be generated, or null.</summary>
    public MigrateBothException? Failure { get; init; }

    /// <summary>Whether a side has no migrations, and its first one will be generated.</summary>
    public bool WillGenerate => IsAdopting && MissingSide.Of(Layout) is not null && MissingSide.IsReady(this);

    public ExitCode ExitCode => Failure?.ExitCode ?? Generated?.ExitCode ?? ExitCode.Ok;

    private string LayoutName => ConfigurationNames.Layouts.First(word => word.Value == Layout.Layout).Key;

    /// <summary>What the commands need to find a configuration that is not where they look.</summary>
    private string Config => Configuration == Path.Combine(WorkingDirectory, ConfigurationNames.FileName) ? string.Empty : $" --config {PathText.Short(Configuration, WorkingDirectory)}";

    /// <summary>What is left for the user, each a sentence.</summary>
    public IReadOnlyList<string> Next => [.. NextSteps()];

    public void WriteError(TextWriter error)
    {
        if (Failure is { } failure)
        {
            error.WriteLine(RunnerCommands.Disarm($"error: {Redaction.MaskSecrets(failure.Message)}"));
            if (failure.Hint is not null)
            {
                error.WriteLine(RunnerCommands.Disarm($"  {Redaction.MaskSecrets(failure.Hint)}"));
            }
        }
        else if (Generated is { } generated)
        {
            new CheckReportResult(generated.Verification).WriteError(error);
        }
    }

    /// <summary>Asks a person; findings and question go to stderr, for stdout carries the result.</summary>
    public void WriteQuestion(TextWriter error)
    {
        var output = new TextOutput(error, isTerminal: true, color: false, width: 120);
        WriteFound(output);
        WriteFiles(output, "Will write");
        if (WillGenerate)
        {
            output.Line($"  the first migration of {MissingSide.Of(Layout)!.Value.DisplayName()}, generated from the model after a build");
        }

        error.Write("Write them? [Y/n] ");
        error.Flush();
    }

    public void WriteText(TextOutput output)
    {
        WriteFound(output);
        if (Files.Count == 0)
        {
            output.Line($"Nothing to write: {Path.GetFileName(Configuration)} and the tool manifest's entry are there already and stay as they are.");
        }
        else
        {
            WriteFiles(output, IsWritten ? "Wrote" : "Not written");
        }

        if (Generated is { } generated)
        {
            GeneratedSideOutput.WriteText(generated, WorkingDirectory, output);
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

        WriteSwitch(json);
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
        if (Generated is { } generated)
        {
            GeneratedSideOutput.WriteJson(generated, json);
        }

        if (Failure is { } failure)
        {
            json.WriteStartObject("error");
            json.WriteString("code", failure.Code);
            json.WriteString("message", Redaction.MaskSecrets(failure.Message));
            json.WriteString("hint", failure.Hint is null ? null : Redaction.MaskSecrets(failure.Hint));
            json.WriteEndObject();
        }
    }

    private void WriteSwitch(Utf8JsonWriter json)
    {
        if (ChosenBy.Switch is not { } chosenBy)
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
        if (ChosenBy.Switch is { } chosenBy)
        {
            rows.Add(["switch", $"{chosenBy.Sqlite} for SQLite, {chosenBy.MySql} for MySQL: {chosenBy.Reason}"]);
        }

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
        var isRuntimeWanted = Layout.Layout == MigrationsLayout.Folders && !HasRuntimePackage && !HasOwnMigrationsAssembly;
        if (isRuntimeWanted)
        {
            yield return $"dotnet add \"{project}\" package {ProjectPackages.Runtime}    brings both providers and tells their migrations apart";
            yield return "optionsBuilder.UseMigrateBoth()    the one line of code, after UseSqlite(...) and UseMySql(...) where the context is configured";
        }

        if (ChosenBy.Obstacle is { } obstacle)
        {
            yield return obstacle;
        }

        if (IsApart)
        {
            yield return "The two histories differ: 'init --adopt' records in migrateboth.json from where they have to match.";
        }

        if (OtherBaseline is { } other)
        {
            yield return $"The baseline in migrateboth.json stays as it is, though the histories match after {other.Sqlite ?? "the beginning"} on SQLite and {other.MySql ?? "the beginning"} on MySQL: review it.";
        }

        // A library may have several: its build for the start-up project's is what runs.
        if (Startup.Frameworks.Count > 1)
        {
            yield return $"Commands need --framework: {Startup.Name} targets {string.Join(", ", Startup.Frameworks)}.";
        }

        if (Sqlite is null && !isRuntimeWanted && !HasRuntimePackage)
        {
            yield return $"dotnet add \"{project}\" package Microsoft.EntityFrameworkCore.Sqlite    no SQLite provider was found";
        }

        if (MySql is null && !isRuntimeWanted && !HasRuntimePackage)
        {
            yield return $"dotnet add \"{project}\" package Pomelo.EntityFrameworkCore.MySql    no MySQL provider was found";
        }

        if (MissingSide.Of(Layout) is { } missing && Generated is null)
        {
            yield return $"{ToolName.Command} init --adopt{Config}    {(!MissingSide.IsReady(this) ? "then " : string.Empty)}generates {missing.DisplayName()}'s first migration from the model and verifies it";
            yield break;
        }

        if (Generated is not null && GeneratedSideOutput.Next(Generated) is { } open)
        {
            yield return open;
        }

        yield return Layout.Sqlite.Migrations.Count + Layout.MySql.Migrations.Count == 0
            ? $"{ToolName.Command} add Init{Config}    the first pair of migrations"
            : $"{ToolName.Command} verify{Config}    checks the migrations that are there";
    }
}
