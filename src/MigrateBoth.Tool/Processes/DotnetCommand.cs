using System.ComponentModel;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Processes;

/// <summary>Runs the .NET SDK's command line.</summary>
internal static class DotnetCommand
{
    private static readonly Dictionary<string, string> Quiet = new()
    {
        ["DOTNET_NOLOGO"] = "1",
        // The terminal logger would draw over our own progress.
        ["MSBUILDTERMINALLOGGER"] = "off",
        // MigrateBoth.MSBuild checks after a build. One that a check has started must not start the next.
        ["MigrateBothRunsThisBuild"] = "true",
    };

    /// <summary>The <c>dotnet</c> that runs this process, or the one on the path.</summary>
    public static string Path => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Runs to the end.</summary>
    /// <exception cref="MigrateBothException">2: there is no dotnet, or no SDK that global.json accepts.</exception>
    public static async Task<ProcessRun> RunAsync(IReadOnlyList<string> arguments, string workingDirectory, CancellationToken cancellationToken)
    {
        try
        {
            var run = await ProcessRunner.RunAsync(Path, arguments, workingDirectory, Quiet, cancellationToken).ConfigureAwait(false);
            ThrowIfNoSdk(run, workingDirectory);
            return run;
        }
        catch (Win32Exception exception)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "sdk-not-found",
                $"The .NET SDK could not be started as '{Path}': {exception.Message}",
                "Install the SDK (https://dot.net/download) and put 'dotnet' on the PATH.",
                exception);
        }
    }

    private static void ThrowIfNoSdk(ProcessRun run, string workingDirectory)
    {
        // The host's own exit codes for "no SDK" (0x9b, and 0x91 on some platforms); its message is in English regardless of the culture.
        if (run.ExitCode is not (155 or 145) && !(run.ExitCode != 0 && run.Error.Contains("sdk-not-found", StringComparison.Ordinal)))
        {
            return;
        }

        var details = run.Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("Requested SDK", StringComparison.Ordinal) || line.StartsWith("global.json file", StringComparison.Ordinal));
        var installed = run.Out.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        throw new MigrateBothException(
            ExitCode.Incomplete,
            "sdk-not-found",
            $"No .NET SDK fits {workingDirectory}. {string.Join(". ", details)}. Installed: {(installed.Length == 0 ? "none" : string.Join(", ", installed))}.",
            "Install the SDK that global.json asks for (https://dot.net/download), or change its version or rollForward.");
    }
}
