using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Declares and reads the options of every command that works on the user's project.</summary>
/// <param name="app">The command line.</param>
/// <param name="takesSeveral">Whether the command takes several configurations.</param>
internal sealed class ProjectOptionGroup(CommandLineApplication app, bool takesSeveral = false)
{
    private readonly CommandOption _project = app.Option("-p|--project <PATH>", "The project of the context: a project file or its folder", CommandOptionType.SingleValue);
    private readonly CommandOption _startupProject = app.Option("-s|--startup-project <PATH>", "The project that is run to make the context", CommandOptionType.SingleValue);
    private readonly CommandOption _context = app.Option("-c|--context <NAME>", "The context's class, by short or full name", CommandOptionType.SingleValue);
    private readonly CommandOption _config = app.Option("--config <FILE>", $"The configuration file instead of the nearest {ConfigurationNames.FileName} upward", CommandOptionType.SingleValue);
    private readonly CommandOption? _all = takesSeveral
        ? app.Option("--all", $"Every configuration: {ConfigurationNames.FileName}, those beside it, and those below the working directory", CommandOptionType.NoValue)
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
