using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Declares and reads the options of every command that works on the user's project.</summary>
internal sealed class ProjectOptionGroup(CommandLineApplication app)
{
    private readonly CommandOption _project = app.Option("-p|--project <PATH>", "The project of the context: a project file or its folder", CommandOptionType.SingleValue);
    private readonly CommandOption _startupProject = app.Option("-s|--startup-project <PATH>", "The project that is run to make the context", CommandOptionType.SingleValue);
    private readonly CommandOption _context = app.Option("-c|--context <NAME>", "The context's class, by short or full name", CommandOptionType.SingleValue);
    private readonly CommandOption _config = app.Option("--config <FILE>", $"The configuration file instead of the nearest {ConfigurationNames.FileName} upward", CommandOptionType.SingleValue);
    private readonly CommandOption _configuration = app.Option("--configuration <NAME>", "The build configuration, such as Release", CommandOptionType.SingleValue);
    private readonly CommandOption _framework = app.Option("--framework <TFM>", "The target framework of a multi-targeted project", CommandOptionType.SingleValue);
    private readonly CommandOption _noBuild = app.Option("--no-build", "Use the last build's output", CommandOptionType.NoValue);

    /// <summary>Reads the options.</summary>
    public ProjectOptions Read() => new()
    {
        Project = _project.Single(),
        StartupProject = _startupProject.Single(),
        Context = _context.Single(),
        ConfigFile = _config.Single(),
        Build = new BuildSettings(_noBuild.HasValue(), _configuration.Single(), _framework.Single()),
    };
}
