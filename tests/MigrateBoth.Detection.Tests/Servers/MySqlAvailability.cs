using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Containers;

namespace MigrateBoth.Detection.Tests.Servers;

/// <summary>Whether there is a MySQL to be had. Where MIGRATEBOTH_REQUIRE_MYSQL=1 declares that there is, a missing one is a failure.</summary>
internal static class MySqlAvailability
{
    private static readonly Lazy<string?> Reason = new(Find);

    /// <summary>The server that was given, else a container: a MariaDB that happens to be installed lacks the sample's collation.</summary>
    public static string Server => Environment.GetEnvironmentVariable(MySqlServerRequest.ServerVariable) is { Length: > 0 } given ? given : "docker";

    /// <summary>Why the tests are skipped, or null.</summary>
    public static string? WhyMissing => Reason.Value;

    private static string? Find()
    {
        var isDeclared = Environment.GetEnvironmentVariable("MIGRATEBOTH_REQUIRE_MYSQL") == "1";
        if (isDeclared || Server != "docker")
        {
            return null;
        }

        try
        {
            DockerEngine.ConnectAsync(CancellationToken.None).GetAwaiter().GetResult();
            return null;
        }
        catch (MigrateBothException exception)
        {
            return exception.Message;
        }
    }
}
