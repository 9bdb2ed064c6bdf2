using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Server;

/// <summary>The command line of <c>server</c>.</summary>
internal sealed class ServerDefinition : CommandDefinition
{
    private static readonly Dictionary<string, ServerAction> Actions = new()
    {
        ["up"] = ServerAction.Up,
        ["status"] = ServerAction.Status,
        ["down"] = ServerAction.Down,
    };

    public override string Name => "server";

    public override string Summary => "Keep a scratch MySQL warm between commands: up, status, down";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("server up", "Start it; checks use it from now on"),
        new("server status", "What runs?"),
        new("server down", "Remove it"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var action = app.Argument("ACTION", "up, status or down").IsRequired();
        var config = app.Option("--config <FILE>", "The configuration file, for its image", CommandOptionType.SingleValue);
        var mySql = new MySqlOptionGroup(app);
        return () => new ServerCommand(OptionValues.Choose("server", action.Value, Actions), config.Single(), mySql.Read());
    }
}
