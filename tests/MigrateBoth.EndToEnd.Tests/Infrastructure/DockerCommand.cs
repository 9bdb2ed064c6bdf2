using CliWrap;
using CliWrap.Buffered;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>The docker client, to look at what the tool does from outside.</summary>
internal static class DockerCommand
{
    public static string Image =>
        MySqlFactAttribute.Image
        ?? throw new InvalidOperationException("MIGRATEBOTH_MYSQL_IMAGE is not set: run eng/test.sh, or export what eng/mysql/ensure.sh prints.");

    public static async Task<string> RunAsync(params string[] arguments) =>
        (await Cli.Wrap("docker").WithArguments(arguments).ExecuteBufferedAsync()).StandardOutput.Trim();

    /// <summary>Gives the image another name for as long as the result lives, so that a test knows its own containers by it.</summary>
    public static async Task<ImageName> NameImageAsync(string test)
    {
        var name = $"migrateboth-e2e/{test}:{Environment.ProcessId}";
        await RunAsync("tag", Image, name);
        return new ImageName(name);
    }

    /// <summary>Containers that the tool has started from an image of exactly this name, running or not.</summary>
    public static async Task<IReadOnlyList<string>> ScratchContainersAsync(string image) =>
        [.. (await RunAsync("ps", "--all", "--filter", "label=migrateboth", "--format", "{{.Image}} {{.ID}}"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith(image + " ", StringComparison.Ordinal))];
}
