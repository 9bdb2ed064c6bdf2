using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Configuration;
using MigrateBoth.MySql.Servers;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>The MySQL server that the user has selected.</summary>
/// <param name="Server"><c>--mysql</c>, or null.</param>
/// <param name="Image"><c>--mysql-image</c>, or null.</param>
/// <param name="StartTimeout"><c>--mysql-start-timeout</c>, or null.</param>
internal sealed record MySqlOptions(string? Server, string? Image, string? StartTimeout)
{
    private const string StartTimeoutVariable = "MIGRATEBOTH_MYSQL_START_TIMEOUT";

    private static readonly MySqlServerRequest Defaults = new();

    /// <summary>The request; the environment comes between these options and the configuration.</summary>
    public MySqlServerRequest RequestFor(ToolConsole console, MigrateBothConfiguration configuration) => new()
    {
        Server = Server ?? "auto",
        Image = Image,
        ConfiguredImage = configuration.MySql.Image,
        ConfiguredVersion = configuration.MySql.Version,
        StartTimeout = (StartTimeout ?? console.Variable(StartTimeoutVariable)) is { Length: > 0 } text
            ? Duration.Parse("--mysql-start-timeout", text)
            : Defaults.StartTimeout,
        Environment = console.Variable,
    };
}

/// <summary>Declares and reads the options of every command that needs a MySQL server of its own.</summary>
internal sealed class MySqlOptionGroup(CommandLineApplication app)
{
    private readonly CommandOption _server = app.Option("--mysql <SERVER>", "auto (default), docker, local, or a connection string (also: MIGRATEBOTH_MYSQL)", CommandOptionType.SingleValue).Takes(["auto", "docker", "local"]);
    private readonly CommandOption _image = app.Option("--mysql-image <IMAGE>", "The container image (also: MIGRATEBOTH_MYSQL_IMAGE)", CommandOptionType.SingleValue);
    private readonly CommandOption _startTimeout = app.Option(
        "--mysql-start-timeout <TIME>", "How long to wait for a started server to answer (default 60s; also: MIGRATEBOTH_MYSQL_START_TIMEOUT)", CommandOptionType.SingleValue);

    /// <summary>Reads the options.</summary>
    public MySqlOptions Read() => new(_server.Single(), _image.Single(), _startTimeout.Single());
}
