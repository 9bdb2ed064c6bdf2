using MigrateBoth.Core.Configuration;
using MigrateBoth.MySql.Servers;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Which MySQL server the user wants.</summary>
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
