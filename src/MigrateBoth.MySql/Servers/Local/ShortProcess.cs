using System.ComponentModel;
using System.Diagnostics;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>Runs a program to its end and keeps what it printed.</summary>
internal static class ShortProcess
{
    private const int Lines = 10;

    /// <summary>
    /// Waits for the word that the process is recorded: if we are killed before that, its input ends and so does it. The program reads
    /// the rest of the input. <c>exec</c> keeps the process id.
    /// </summary>
    private const string Launcher = """read -r word && [ "$word" = go ] || exit 1; exec "$@" """;

    /// <summary>Runs it without input; cancelling kills it.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string path, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(path, new ProcessStartInfo(path, arguments), input: "", lease: null, cancellationToken);

    /// <summary>The same of a program that fills a folder of ours: if we are killed, the next run ends it before it removes the folder.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(
        string path,
        IReadOnlyList<string> arguments,
        string input,
        ILease lease,
        CancellationToken cancellationToken) =>
        OperatingSystem.IsWindows()
            ? RunAsync(path, new ProcessStartInfo(path, arguments), input, lease, cancellationToken)
            : RunAsync(path, new ProcessStartInfo("/bin/sh", ["-c", Launcher, "sh", path, .. arguments]), $"go\n{input}", lease, cancellationToken);

    /// <summary>The end of a log, indented for a message.</summary>
    public static string LastLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "(it printed nothing)" : string.Concat(lines.TakeLast(Lines).Select(l => $"\n    {l}"));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string path,
        ProcessStartInfo start,
        string input,
        ILease? lease,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(path, start);
        var stamp = lease is null ? null : ProcessStamp.Of(process.Id);
        var resource = stamp is null ? null : new LeasedResource(LocalServerProcess.Kind, stamp.ToString());
        if (resource is not null)
        {
            lease!.Add(resource);
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await FeedAsync(process, input, cancellationToken).ConfigureAwait(false);
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
        finally
        {
            if (resource is not null)
            {
                lease!.Release(resource);
            }
        }
    }

    private static Process Start(string path, ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
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

    private static async Task FeedAsync(Process process, string text, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code and output say why.
        }
    }
}
