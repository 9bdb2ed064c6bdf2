using System.ComponentModel;
using System.Diagnostics;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>Runs a program to its end and keeps what it printed.</summary>
internal static class ShortProcess
{
    private const int Lines = 10;

    /// <summary>Runs it; cancelling kills it.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string path,
        IReadOnlyList<string> arguments,
        string? standardInput,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(path, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await FeedAsync(process, standardInput, cancellationToken).ConfigureAwait(false);
            var text = await output.ConfigureAwait(false) + await error.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return (process.ExitCode, text);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The end of a log, indented for a message.</summary>
    public static string LastLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "(it printed nothing)" : string.Concat(lines.TakeLast(Lines).Select(l => $"\n    {l}"));
    }

    private static Process Start(string path, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "mysqld-unusable",
                $"'{path}' cannot be run: {e.Message}",
                $"Set {MySqlServerRequest.ExecutableVariable} to a mysqld or mariadbd that this account can run.",
                e);
        }
    }

    private static async Task FeedAsync(Process process, string? text, CancellationToken cancellationToken)
    {
        try
        {
            if (text is not null)
            {
                await process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code and output say why.
        }
    }
}
