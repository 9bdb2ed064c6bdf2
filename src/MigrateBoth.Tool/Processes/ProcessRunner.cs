using System.Diagnostics;
using System.Text;

namespace MigrateBoth.Tool.Processes;

/// <summary>A process that has ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
internal sealed record ProcessRun(int ExitCode, string Out, string Error);

/// <summary>Runs a process to its end, or kills it with all its children.</summary>
internal static class ProcessRunner
{
    // A build may leave a compiler server behind that holds our end of its pipe: the process's own end counts, not the pipe's.
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    // A test that prints without end must not fill our memory: what is read from a program is at the end of its output.
    private const int LongestOutput = 16 * 1024 * 1024;

    /// <summary>Runs a program to its end and captures its output.</summary>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="workingDirectory">Where it runs.</param>
    /// <param name="environment">Variables to add.</param>
    /// <param name="cancellationToken">Kills the process tree and waits for its end.</param>
    /// <param name="onLine">Receives each line of stdout as it is written, on another thread; null when not needed.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static async Task<ProcessRun> RunAsync(
        string fileName,
        IReadOnlyList<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken,
        Action<string>? onLine = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var reading = Task.WhenAll(CopyAsync(process.StandardOutput, output, onLine), CopyAsync(process.StandardError, error, onLine: null));
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        await Task.WhenAny(reading, Task.Delay(OutputGrace, CancellationToken.None)).ConfigureAwait(false);
        return new ProcessRun(process.ExitCode, Snapshot(output), Snapshot(error));
    }

    private static async Task CopyAsync(StreamReader reader, StringBuilder text, Action<string>? onLine)
    {
        var lines = new LineSplitter(onLine);
        var buffer = new char[4096];
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            {
                lock (text)
                {
                    text.Append(buffer, 0, read);
                    if (text.Length > LongestOutput)
                    {
                        text.Remove(0, text.Length / 2);
                    }
                }

                lines.Add(buffer.AsSpan(0, read));
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The grace after the process's end ran out and the stream was closed under us: what was read is what there is.
        }
    }

    private static string Snapshot(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}

/// <summary>Splits chunks of output into lines; an incomplete last line is kept until its end arrives.</summary>
internal sealed class LineSplitter(Action<string>? onLine)
{
    private const int LongestLine = 1024 * 1024;

    private readonly StringBuilder _pending = new();

    public void Add(ReadOnlySpan<char> piece)
    {
        if (onLine is null)
        {
            return;
        }

        foreach (var c in piece)
        {
            if (c == '\n')
            {
                onLine(_pending.ToString().TrimEnd('\r'));
                _pending.Clear();
            }
            else if (_pending.Length < LongestLine)
            {
                _pending.Append(c);
            }
        }
    }
}
