using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Init.Code;
using MigrateBoth.Tool.Commands.Init.Generating;
using MigrateBoth.Tool.Commands.Init.Switches;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>What was found, what was or would be written, and what is left to do by hand.</summary>
internal sealed record InitResult : ICommandResult
{
    /// <summary>Context, projects and migrations.</summary>
    public required FoundLayout Layout { get; init; }

    /// <summary>The project that is run to create the context.</summary>
    public required FoundStartup Startup { get; init; }

    /// <summary>Full names of the design-time factories.</summary>
    public required IReadOnlyList<string> Factories { get; init; }

    /// <summary>The package that EF Core's version was read from.</summary>
    public required (string Name, string? Version)? EfCore { get; init; }

    /// <summary>The package of the SQLite provider; null when none is referenced.</summary>
    public required (string Name, string? Version)? Sqlite { get; init; }

    /// <summary>The package of the MySQL provider; null when none is referenced.</summary>
    public required (string Name, string? Version)? MySql { get; init; }

    /// <summary>Whether MigrateBoth.EntityFrameworkCore is there.</summary>
    public required bool HasRuntimePackage { get; init; }

    /// <summary>Whether the application has an <c>IMigrationsAssembly</c> of its own, by which it tells its folders apart.</summary>
    public bool HasOwnMigrationsAssembly { get; init; }

    /// <summary>How the application itself chooses between the engines.</summary>
    public required FoundSwitch ChosenBy { get; init; }

    /// <summary>From where the histories have to match, or null for from the beginning.</summary>
    public required HistoryBaseline? Baseline { get; init; }

    /// <summary>The baseline that the histories suggest, when the configured one differs; without ids when they match from the beginning.</summary>
    public HistoryBaseline? OtherBaseline { get; init; }

    /// <summary>Whether the histories differ and the configuration has no baseline that declares it.</summary>
    public required bool IsApart { get; init; }

    /// <summary>Test projects that reach the context.</summary>
    public required IReadOnlyList<ProjectFacts> Tests { get; init; }

    /// <summary>The files to write; those that are there already are not among them.</summary>
    public required IReadOnlyList<PairFile> Files { get; init; }

    /// <summary>The configuration file, there already or not.</summary>
    public required string Configuration { get; init; }

    /// <summary>What paths are shown relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>What was tried before it was written: how both contexts were made; null where nothing was.</summary>
    public string? Tried { get; init; }

    /// <summary>Whether a context was made with the tool's own options in place of the application's.</summary>
    public bool IsMadeByTool { get; init; }

    /// <summary>What else could be run to create the context.</summary>
    public IReadOnlyList<FoundStartup> OtherStartups { get; init; } = [];

    /// <summary>Why nothing was tried; null where it was, or where there was nothing to try.</summary>
    public string? Untried { get; init; }

    /// <summary>Whether the files were written.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Why the tool that the manifest names could not be installed; null where it was, or where nothing was written.</summary>
    public string? RestoreFailure { get; init; }

    /// <summary>What the application needs so that one context serves both engines.</summary>
    public IReadOnlyList<CodeChange> Changes { get; init; } = [];

    /// <summary>Whether <see cref="Changes"/> were made.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether existing migrations are taken over.</summary>
    public bool IsAdopting { get; init; }

    /// <summary>The first migration of a side that had none, or null.</summary>
    public GeneratedSide? Generated { get; init; }

    /// <summary>Why it could not be generated, or null.</summary>
    public MigrateBothException? Failure { get; init; }

    /// <summary>Whether a side has no migrations, and its first one will be generated.</summary>
    public bool WillGenerate => IsAdopting && MissingSide.Of(Layout) is not null && MissingSide.IsReady(this);

    public ExitCode ExitCode => Failure?.ExitCode ?? Generated?.ExitCode ?? ExitCode.Ok;

    /// <summary>The layout as the configuration calls it.</summary>
    public string LayoutName => ConfigurationNames.Layouts.First(word => word.Value == Layout.Layout).Key;

    /// <summary>What is left for the user, each a sentence.</summary>
    public IReadOnlyList<string> Next => [.. NextSteps.Of(this)];

    public void WriteError(TextWriter error)
    {
        if (Failure is { } failure)
        {
            error.WriteLine(RunnerCommands.Disarm($"error: {failure.Message}"));
            if (failure.Hint is not null)
            {
                error.WriteLine(RunnerCommands.Disarm($"  {failure.Hint}"));
            }
        }
        else if (Generated is { } generated)
        {
            new CheckReportResult(generated.Verification).WriteError(error);
        }
    }

    public void WriteText(TextOutput output) => new InitText(this).Write(output);

    public void WriteJson(Utf8JsonWriter json) => InitJson.Write(this, json);
}
