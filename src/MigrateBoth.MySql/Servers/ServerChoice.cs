using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Servers;

/// <summary>What <c>--mysql</c> and its environment variable come to.</summary>
/// <param name="Kind">The way to get a server.</param>
/// <param name="ConnectionString">The connection string, where one was given.</param>
internal sealed record ServerChoice(ServerChoiceKind Kind, string? ConnectionString = null)
{
    /// <summary>Decides: the option counts, and <c>auto</c> looks at the environment first.</summary>
    /// <exception cref="MigrateBothException">It is none of the words and no connection string.</exception>
    public static ServerChoice Of(MySqlServerRequest request)
    {
        var choice = Parse(request.Server.Trim(), "--mysql");
        var variable = MySqlServerRequest.FirstGiven(request.Environment(MySqlServerRequest.ServerVariable));
        return choice.Kind == ServerChoiceKind.Auto && variable is not null ? Parse(variable, MySqlServerRequest.ServerVariable) : choice;
    }

    private static ServerChoice Parse(string text, string origin) => text.ToLowerInvariant() switch
    {
        "auto" => new ServerChoice(ServerChoiceKind.Auto),
        "docker" => new ServerChoice(ServerChoiceKind.Docker),
        "local" => new ServerChoice(ServerChoiceKind.Local),
        _ when MySqlTarget.LooksLikeOne(text) => new ServerChoice(ServerChoiceKind.Connection, text),
        _ => throw new MigrateBothException(
            ExitCode.Usage,
            "mysql-server-unknown",
            $"{origin} is neither auto, docker, local nor a connection string.",
            "A connection string looks like Server=localhost;Port=3306;User ID=root;Password=..."),
    };
}

/// <summary>The ways to get a server.</summary>
internal enum ServerChoiceKind
{
    /// <summary>The first kind that is available.</summary>
    Auto,

    /// <summary>A server in a Docker container.</summary>
    Docker,

    /// <summary>A process of this machine.</summary>
    Local,

    /// <summary>A server that runs already.</summary>
    Connection,
}
