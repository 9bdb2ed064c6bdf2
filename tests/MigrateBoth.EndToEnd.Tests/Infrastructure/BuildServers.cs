using CliWrap;
using CliWrap.Buffered;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>
/// MSBuild and compiler servers of this test run alone. Hundreds of small builds would each spend two seconds on a process that starts from nothing;
/// some machines switch the servers off in their environment.
/// </summary>
internal static class BuildServers
{
    public static IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = null,
        ["UseSharedCompilation"] = "true",
        // A server takes one build at a time: runs that go on side by side do not wait for each other, and end only their own.
        ["MSBUILDNODEHANDSHAKESALT"] = $"migrateboth-e2e-{System.Environment.ProcessId}",
    };

    public static async Task ShutDownAsync() => await Cli.Wrap("dotnet")
        .WithArguments(["build-server", "shutdown", "--msbuild"])
        .WithEnvironmentVariables(Environment)
        .WithValidation(CommandResultValidation.None)
        .ExecuteBufferedAsync();
}
