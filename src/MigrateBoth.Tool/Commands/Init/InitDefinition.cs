using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The options of <c>init</c>.</summary>
internal sealed record InitOptions
{
    /// <summary><c>--project</c>, as typed.</summary>
    public string? Project { get; init; }

    /// <summary><c>--startup-project</c>, as typed.</summary>
    public string? StartupProject { get; init; }

    /// <summary><c>--context</c>, or null.</summary>
    public string? Context { get; init; }

    /// <summary><c>--config</c>, as typed: the file to write instead of migrateboth.json.</summary>
    public string? Config { get; init; }

    /// <summary>Whether to write without asking.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether histories that differ are taken as they are, up to now.</summary>
    public bool Adopt { get; init; }

    /// <summary>The server on which a generated migration is verified.</summary>
    public required MySqlOptions MySql { get; init; }

    /// <summary>How to build before conclusions are tried and a migration is generated; without a build nothing is tried.</summary>
    public required BuildSettings Build { get; init; }

    /// <summary>Whether to write nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>The command line of <c>init</c>.</summary>
internal sealed class InitDefinition : CommandDefinition
{
    public override string Name => "init";

    public override string Summary => "Find the project, its context and layout, and write migrateboth.json and a tool manifest entry";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("init", "Shows what it found and what it will write, and asks on a terminal"),
        new("init --yes", "Without asking, for scripts"),
        new("init --adopt", "Existing migrations: records from where both sides' have to match, and generates the first one of a side that has none"),
        new("init --no-build", "Writes the detected settings; the first command that builds tries them"),
        new("init --context ShopContext", "One of several contexts"),
        new("init --context LogContext --config migrateboth.LogContext.json", "Another one, with a configuration beside the first one's"),
        new("init --dry-run --format json", "What would be written, as JSON; nothing is"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var project = app.Option("-p|--project <PATH>", "The project of the context: a project file or its folder", CommandOptionType.SingleValue);
        var startup = app.Option("-s|--startup-project <PATH>", "The project that is run to create the context", CommandOptionType.SingleValue);
        var context = app.Option("-c|--context <NAME>", "The context's class, by short or full name", CommandOptionType.SingleValue);
        var config = app.Option("--config <FILE>", $"The configuration file to write instead of {ConfigurationNames.FileName}", CommandOptionType.SingleValue);
        var yes = app.Option("-y|--yes", "Write without asking", CommandOptionType.NoValue);
        var adopt = app.Option("--adopt", "Record in migrateboth.json from where existing migrations have to match in pairs; generate and verify the first one of a side that has none", CommandOptionType.NoValue);
        var noBuild = app.Option("--no-build", "Write the detected settings without building and trying them, and note that in migrateboth.json", CommandOptionType.NoValue);
        var dryRun = app.Option("--dry-run", "Show what would be written and write nothing", CommandOptionType.NoValue);
        var configuration = app.Option("--configuration <NAME>", "The build configuration, such as Release", CommandOptionType.SingleValue);
        var framework = app.Option("--framework <TFM>", "The target framework of a multi-targeted project", CommandOptionType.SingleValue);
        var mySql = new MySqlOptionGroup(app);
        return () => new InitCommand(new InitOptions
        {
            Project = project.Single(),
            StartupProject = startup.Single(),
            Context = context.Single(),
            Config = config.Single(),
            Yes = yes.HasValue(),
            Adopt = adopt.HasValue(),
            MySql = mySql.Read(),
            Build = new BuildSettings(noBuild.HasValue(), configuration.Single(), framework.Single()),
            DryRun = dryRun.HasValue(),
        });
    }
}
