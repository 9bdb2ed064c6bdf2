using System.ComponentModel;
using System.Diagnostics;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>A server process of ours in a folder of its own. Disposing kills it, removes the folder and never throws.</summary>
internal sealed class LocalServerProcess : IAsyncDisposable
{
    /// <summary>The kind under which such processes are leased; the id is a <see cref="ProcessStamp"/>.</summary>
    public const string Kind = "process";

    /// <summary>
    /// Waits for confirmation that the process is recorded in the lease. If the tool is killed before that, the input ends and the launcher
    /// exits. It then redirects the server's streams to files: a server that inherited our streams would keep a reader of our output
    /// waiting until it ends. <c>exec</c> keeps the process id.
    /// </summary>
    private const string Launcher = """read -r word && [ "$word" = go ] || exit 1; out=$1; shift; exec "$@" </dev/null >>"$out" 2>&1""";

    /// <summary>The same in a session of its own, so that Ctrl-C in the terminal that started it does not reach it.</summary>
    private const string DetachedLauncher = """
        read -r word && [ "$word" = go ] || exit 1
        out=$1; shift
        if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; fi
        exec "$@" </dev/null >>"$out" 2>&1
        """;

    private readonly ILease _lease;
    private readonly ScratchDirectory _directory;
    private Process? _process;
    private LeasedResource? _resource;

    public LocalServerProcess(ILease lease)
    {
        _lease = lease;
        _directory = ScratchDirectory.Create(lease, "mysql", MemoryFolder.Find());
    }

    public string Directory => _directory.Path;

    public string DataDirectory => Path.Combine(Directory, "data");

    /// <summary>The running process.</summary>
    public ProcessStamp? Stamp { get; private set; }

    private string Log => Path.Combine(Directory, "server.log");

    private string Output => Path.Combine(Directory, "output.log");

    /// <summary>Starts the server.</summary>
    /// <param name="path">Its executable.</param>
    /// <param name="options">Its options; where it logs is added.</param>
    /// <param name="detached">Whether it is to outlive us and our terminal.</param>
    public void Start(string path, IReadOnlyList<string> options, bool detached)
    {
        // MariaDB removes temporary tables of its folder when it starts: in a folder that servers share, those of another one.
        string[] arguments = [.. options, $"--log-error={Log}", $"--tmpdir={Directory}"];
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(path, arguments) { CreateNoWindow = true }
            : new ProcessStartInfo("/bin/sh", ["-c", detached ? DetachedLauncher : Launcher, "sh", Output, path, .. arguments]);
        start.WorkingDirectory = Directory;
        start.RedirectStandardInput = true;
        _process = Process.Start(start)!;
        Stamp = ProcessStamp.Of(_process.Id);
        if (Stamp is not null)
        {
            _resource = new LeasedResource(Kind, Stamp.ToString());
            _lease.Add(_resource);
        }

        GiveTheWord(_process);
    }

    /// <summary>Why it cannot answer any more, or null while it runs.</summary>
    public string? WhyGone() => _process is { HasExited: true } ? $"it ended with exit code {_process.ExitCode}" : null;

    /// <summary>The end of its logs.</summary>
    public string LastLogLines() => ShortProcess.LastLines(string.Concat(new[] { Output, Log }.Where(File.Exists).Select(ReadShared)));

    /// <summary>Ends the process but keeps the folder, for another attempt.</summary>
    public async Task StopAsync()
    {
        if (_process is null)
        {
            return;
        }

        await KillAsync(_process).ConfigureAwait(false);
        _process.Dispose();
        _process = null;
        if (_resource is not null)
        {
            _lease.Release(_resource);
        }
    }

    /// <summary>Crosses process and folder off without ending them: they outlive this process.</summary>
    public void Detach()
    {
        if (_resource is not null)
        {
            _lease.Release(_resource);
        }

        _directory.Detach();
        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _directory.Dispose();
    }

    /// <summary>Kills it: its data is going to be deleted anyway.</summary>
    internal static async Task KillAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or OperationCanceledException or AggregateException)
        {
            // It has ended by itself, or the system does not let it end: the lease is there for a later run.
        }
    }

    private static void GiveTheWord(Process process)
    {
        try
        {
            process.StandardInput.WriteLine("go");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has already ended; the code that waits for its answer reports why.
        }
    }

    /// <summary>The server has the file open for writing.</summary>
    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
