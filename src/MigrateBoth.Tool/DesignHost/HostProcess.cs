using System.Diagnostics;
using MigrateBoth.Tool.Processes;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>The host's process. What the application prints stays in it: stdout belongs to the tool's own result.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    // The process lives for seconds. Neither instrumenting methods for later nor collecting garbage beside the work would ever pay;
    // a first generation of 64 MB (in hexadecimal) does away with most collections.
    private static readonly Dictionary<string, string> RuntimeSettings = new()
    {
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_GCgen0size"] = "4000000",

        // How long EF Core waits for the application's Main to build a host; its own five minutes look like a hang.
        ["DOTNET_HOST_FACTORY_RESOLVER_DEFAULT_TIMEOUT_IN_SECONDS"] = "45",
    };

    private readonly Process _process;
    private readonly OutputTail _output = new();
    private readonly OutputTail _errors = new();

    private HostProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
    }

    /// <summary>The process id of the host.</summary>
    public int Id { get; private set; }

    /// <summary>The last lines it wrote to stderr, or to stdout when stderr is empty.</summary>
    public IReadOnlyList<string> LastLines => _errors.Last(15) is { Count: > 0 } errors ? errors : _output.Last(15);

    /// <summary>How it ended; null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    public static HostProcess Start(IReadOnlyList<string> arguments, string workingDirectory)
    {
        var start = new ProcessStartInfo(DotnetCommand.Path)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in RuntimeSettings)
        {
            start.Environment.TryAdd(name, value);
        }

        var host = new HostProcess(new Process { StartInfo = start });
        host._process.Start();
        host.Id = host._process.Id;
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();

        // An application that reads from the console must not take the terminal from the tool.
        host._process.StandardInput.Close();
        return host;
    }

    /// <summary>Completes when the process has ended and all it wrote has been read.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Ends it now, with whatever the application has started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended already, or ends right now.
        }
    }

    /// <summary>Waits a moment for the end that a closed pipe brings, then ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _process.Dispose();
    }
}

/// <summary>The last lines of a stream: enough to see why a process died, however much it prints.</summary>
internal sealed class OutputTail
{
    private const int Capacity = 40;

    private readonly Queue<string> _lines = new(Capacity);

    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }
    }

    /// <summary>The last lines that say something, at most <paramref name="count"/>.</summary>
    public IReadOnlyList<string> Last(int count)
    {
        lock (_lines)
        {
            return [.. _lines.Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(count)];
        }
    }
}
