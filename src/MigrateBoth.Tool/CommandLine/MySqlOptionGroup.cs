using McMaster.Extensions.CommandLineUtils;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Declares and reads the options of every command that needs a MySQL server of its own.</summary>
internal sealed class MySqlOptionGroup(CommandLineApplication app)
{
    private readonly CommandOption _server = app.Option("--mysql <SERVER>", "auto (default), docker, local, or a connection string (also: MIGRATEBOTH_MYSQL)", CommandOptionType.SingleValue).Takes(["auto", "docker", "local"]);
    private readonly CommandOption _image = app.Option("--mysql-image <IMAGE>", "The container image (also: MIGRATEBOTH_MYSQL_IMAGE)", CommandOptionType.SingleValue);
    private readonly CommandOption _startTimeout = app.Option(
        "--mysql-start-timeout <TIME>", "How long a server that is started may take until it answers (default 60s; also: MIGRATEBOTH_MYSQL_START_TIMEOUT)", CommandOptionType.SingleValue);

    /// <summary>Reads the options.</summary>
    public MySqlOptions Read() => new(_server.Single(), _image.Single(), _startTimeout.Single());
}
