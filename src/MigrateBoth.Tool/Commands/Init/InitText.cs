using MigrateBoth.Core;
using MigrateBoth.Tool.Commands.Init.Code;
using MigrateBoth.Tool.Commands.Init.Generating;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The result of <c>init</c> for people.</summary>
/// <param name="result">It.</param>
internal sealed class InitText(InitResult result)
{
    /// <summary>A package with its version.</summary>
    public static string Shown((string Name, string? Version)? package) =>
        package is { } found ? $"{found.Name} {found.Version ?? "(version not written down)"}" : "not found";

    /// <summary>Writes what was found, what was or would be written, and what is left.</summary>
    public void Write(TextOutput output)
    {
        WriteFound(output);
        if (result.Changes.Count > 0)
        {
            output.Line(result.IsChanged ? "Changed" : "Not changed ('init --yes' does)", TextStyle.Bold);
            foreach (var line in ChangedCode.Shown(result.Changes, result.WorkingDirectory))
            {
                output.Line($"  {line}");
            }

            output.Line();
        }

        if (result.Files.Count == 0)
        {
            output.Line($"Nothing to write: {Path.GetFileName(result.Configuration)} and the tool manifest's entry are there already and stay as they are.");
        }
        else
        {
            WriteFiles(output, result.IsWritten ? "Wrote" : "Not written");
        }

        if (result.Generated is { } generated)
        {
            GeneratedSideOutput.WriteText(generated, result.WorkingDirectory, output);
        }

        output.Line();
        output.Line("Next:");
        foreach (var step in result.Next)
        {
            output.Line($"  {step}");
        }
    }

    /// <summary>Asks the user for confirmation. The findings and the question are written to stderr, because stdout is for the result.</summary>
    public void Ask(TextWriter error)
    {
        var output = new TextOutput(error, isTerminal: true, color: false, width: 120);
        WriteFound(output);
        WriteFiles(output, "Will write");
        if (result.WillGenerate)
        {
            output.Line($"  the first migration of {MissingSide.Of(result.Layout)!.Value.DisplayName()}, generated from the model after a build");
        }

        error.Write("Write them? [Y/n] ");
        error.Flush();
    }

    private static string Count(FoundSide side) => side.Migrations.Count == 0
        ? "no migrations yet"
        : $"{side.Migrations.Count} migration(s), {side.Migrations[0]} to {side.Migrations[^1]}";

    private void WriteFound(TextOutput output)
    {
        var rows = new List<string[]>
        {
            new[] { "context", result.Layout.Context?.FullName ?? $"{result.Layout.Sqlite.Context!.FullName} (SQLite), {result.Layout.MySql.Context!.FullName} (MySQL)" },
            new[] { "project", PathText.Short(result.Layout.Project.File, result.WorkingDirectory) },
            new[] { "start-up", string.Join(", ", result.Startup.All.Select(project => PathText.Short(project.File, result.WorkingDirectory))) },
            new[] { "factories", result.Factories.Count == 0 ? "none" : string.Join(", ", result.Factories) },
            new[] { "layout", result.LayoutName },
            new[] { "EF Core", Shown(result.EfCore) },
            new[] { "providers", $"{Shown(result.Sqlite)}, {Shown(result.MySql)}" },
        };
        rows.AddRange(EngineNames.All.Select(engine => new[]
        {
            engine.DisplayName(),
            $"{PathText.Short(Path.Combine((result.Layout[engine].Project ?? result.Layout.Project).Directory, result.Layout[engine].Folder), result.WorkingDirectory)}: {Count(result.Layout[engine])}",
        }));
        if (result.ChosenBy.Switch is { } chosenBy)
        {
            rows.Add(["switch", $"{chosenBy.Sqlite} for SQLite, {chosenBy.MySql} for MySQL: {chosenBy.Reason}"]);
        }

        if (result.Tried is { } tried)
        {
            rows.Add(["tried", tried]);
        }

        if (result.Untried is { } untried)
        {
            rows.Add(["not tried", untried]);
        }

        if (result.Baseline is not null)
        {
            rows.Add(["baseline", $"pairs must match after {result.Baseline.Sqlite ?? "the beginning"} on SQLite and {result.Baseline.MySql ?? "the beginning"} on MySQL"]);
        }

        rows.Add(["tests", result.Tests.Count == 0 ? "none" : string.Join(", ", result.Tests.Select(test => test.Name))]);
        output.Line("Found", TextStyle.Bold);
        output.Columns(rows);
        output.Line();
    }

    private void WriteFiles(TextOutput output, string heading)
    {
        output.Line(heading, TextStyle.Bold);
        foreach (var file in result.Files)
        {
            output.Line($"  {PathText.Short(file.Path, result.WorkingDirectory)}{(file.MustBeNew ? string.Empty : " (an entry added)")}");
        }
    }
}
