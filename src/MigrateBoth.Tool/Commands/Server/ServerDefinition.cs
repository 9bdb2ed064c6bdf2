using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Server;

/// <summary>What to do with the warm server.</summary>
internal enum ServerAction
{
    /// <summary>Start the warm server.</summary>
    Up,

    /// <summary>Show the running server.</summary>
    Status,

    /// <summary>Stop and remove the warm server.</summary>
    Down,

    /// <summary>Remove what killed runs left.</summary>
    Sweep,
}

/// <summary>The command line of <c>server</c>.</summary>
internal sealed class ServerDefinition : CommandDefinition
{
    private static readonly Dictionary<string, ServerAction> Actions = new()
    {
        ["up"] = ServerAction.Up,
        ["status"] = ServerAction.Status,
        ["down"] = ServerAction.Down,
        ["sweep"] = ServerAction.Sweep,
    };

    public override string Name => "server";

    public override string Summary => "Keep a scratch MySQL warm between commands: up, status, down; sweep removes what killed runs left";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("server up", "Start it; checks use it from now on"),
        new("server status", "What runs?"),
        new("server down", "Remove it"),
        new("server sweep --forget", "Give up databases on servers that are gone"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var action = app.Argument("ACTION", "up, status, down or sweep").IsRequired().Takes(Actions.Keys);
        var config = app.Option("--config <FILE>", "The configuration file, for its image", CommandOptionType.SingleValue);
        var forget = app.Option("--forget", "With sweep: give up what is on a server and cannot be removed now", CommandOptionType.NoValue);
        var mySql = new MySqlOptionGroup(app);
        return () =>
        {
            var chosen = OptionValues.Choose("server", action.Value, Actions);
            return forget.HasValue() && chosen != ServerAction.Sweep
                ? throw new MigrateBothException(ExitCode.Usage, "contradicting-options", "--forget belongs to 'server sweep'.")
                : new ServerCommand(chosen, forget.HasValue(), config.Single(), mySql.Read());
        };
    }
}
