using CliWrap;
using CliWrap.Buffered;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>The docker client, to look at what the tool does from outside.</summary>
internal static class DockerCommand
{
    public static string Image =>
        Environment.GetEnvironmentVariable("MIGRATEBOTH_MYSQL_IMAGE")
        ?? throw new InvalidOperationException("MIGRATEBOTH_MYSQL_IMAGE is not set: run eng/test.sh, or export what eng/mysql/ensure.sh prints.");

    public static async Task<string> RunAsync(params string[] arguments) =>
        (await Cli.Wrap("docker").WithArguments(arguments).ExecuteBufferedAsync()).StandardOutput.Trim();

    /// <summary>Ids of the containers that a sandbox's commands have started, running or not.</summary>
    public static async Task<IReadOnlyList<string>> ScratchContainersAsync() =>
        (await RunAsync("ps", "--all", "--quiet", "--no-trunc", "--filter", "label=migrateboth")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
