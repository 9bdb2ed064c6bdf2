using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>The options about the user's project.</summary>
internal sealed record ProjectOptions
{
    /// <summary><c>--project</c>, as typed.</summary>
    public string? Project { get; init; }

    /// <summary><c>--startup-project</c>, as typed.</summary>
    public string? StartupProject { get; init; }

    /// <summary><c>--context</c>, or null.</summary>
    public string? Context { get; init; }

    /// <summary><c>--config</c>, as typed.</summary>
    public string? ConfigFile { get; init; }

    /// <summary><c>--all</c>, for commands that take several configurations.</summary>
    public bool All { get; init; }

    /// <summary>How the configuration is called among several that are checked at once; null where there is only one.</summary>
    public string? Label { get; init; }

    /// <summary>The other configurations of such a run; absolute paths.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary><c>--roundtrip-from</c>, for the command that has it.</summary>
    public string? RoundTripFrom { get; init; }

    /// <summary>How to build.</summary>
    public required BuildSettings Build { get; init; }

    /// <summary>Merges command line, environment and file into the configuration.</summary>
    /// <param name="context">Working directory, environment and rules.</param>
    /// <param name="mySqlImage"><c>--mysql-image</c>, for commands that have it.</param>
    /// <exception cref="Core.Errors.MigrateBothException">Wrong configuration (78).</exception>
    public MigrateBothConfiguration Load(CommandContext context, string? mySqlImage = null)
    {
        var configuration = ConfigurationLoader.Load(new ConfigurationSources
        {
            WorkingDirectory = context.Console.WorkingDirectory,
            Environment = context.Console.Environment,
            File = ConfigFile,
            KnownRules = [.. RuleSet.ById.Keys],
            CommandLine = new ConfigurationLayer
            {
                Project = Path(Project, "--project", context),
                StartupProject = Path(StartupProject, "--startup-project", context),
                Context = Context,
                RoundTripFrom = RoundTripFrom,
                MySql = new EngineLayer { Image = mySqlImage },
            },
        });
        foreach (var engine in EngineNames.All.Select(engine => configuration[engine]))
        {
            foreach (var (name, value) in engine.Environment)
            {
                Redaction.Learn(name, value);
            }

            foreach (var argument in engine.Arguments)
            {
                Redaction.Learn(argument);
            }
        }

        if (ConfigFile is null && Context is null && Label is null && configuration.File is { } file && context.Console.Variable(ConfigurationNames.ConfigVariable) is null
            && ConfigurationFiles.Beside(file) is { Count: > 0 } beside)
        {
            context.Progress.Info($"{System.IO.Path.GetFileName(file)} is used; --config names another one: {string.Join(", ", beside.Select(System.IO.Path.GetFileName))}.");
        }

        foreach (var warning in configuration.Warnings)
        {
            context.Progress.Warning(warning);
        }

        return configuration;
    }

    private static PathSetting? Path(string? value, string option, CommandContext context) =>
        value is null ? null : new PathSetting(System.IO.Path.GetFullPath(value, context.Console.WorkingDirectory), option);
}

/// <summary>Declares and reads the options of every command that works on the user's project.</summary>
/// <param name="app">The command line.</param>
/// <param name="takesSeveral">Whether the command takes several configurations.</param>
internal sealed class ProjectOptionGroup(CommandLineApplication app, bool takesSeveral = false)
{
    private readonly CommandOption _project = app.Option("-p|--project <PATH>", "The project of the context: a project file or its folder", CommandOptionType.SingleValue);
    private readonly CommandOption _startupProject = app.Option("-s|--startup-project <PATH>", "The project that is run to create the context", CommandOptionType.SingleValue);
    private readonly CommandOption _context = app.Option("-c|--context <NAME>", "The context's class, by short or full name", CommandOptionType.SingleValue);
    private readonly CommandOption _config = app.Option("--config <FILE>", $"The configuration file instead of the nearest {ConfigurationNames.FileName} upward", CommandOptionType.SingleValue);
    private readonly CommandOption? _all = takesSeveral
        ? app.Option("--all", $"Every configuration: {ConfigurationNames.FileName}, those in its folder, and those below the working directory", CommandOptionType.NoValue)
        : null;

    private readonly CommandOption _configuration = app.Option("--configuration <NAME>", "The build configuration, such as Release", CommandOptionType.SingleValue);
    private readonly CommandOption _framework = app.Option("--framework <TFM>", "The target framework of a multi-targeted project", CommandOptionType.SingleValue);
    private readonly CommandOption _noBuild = app.Option("--no-build", "Use the last build's output", CommandOptionType.NoValue);

    /// <summary>Reads the options.</summary>
    public ProjectOptions Read()
    {
        var all = _all?.HasValue() == true;
        if (all && new[] { _project, _startupProject, _context, _config }.FirstOrDefault(option => option.HasValue()) is { } one)
        {
            throw new MigrateBothException(ExitCode.Usage, "contradicting-options", $"--all and --{one.LongName} contradict each other: --all checks every configuration.");
        }

        return new ProjectOptions
        {
            All = all,
            Project = _project.Single(),
            StartupProject = _startupProject.Single(),
            Context = _context.Single(),
            ConfigFile = _config.Single(),
            Build = new BuildSettings(_noBuild.HasValue(), _configuration.Single(), _framework.Single()),
        };
    }
}
