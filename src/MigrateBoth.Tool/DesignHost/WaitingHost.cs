using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>A host process that has started and has not received its session yet.</summary>
internal sealed class WaitingHost : IAsyncDisposable
{
    private readonly HostProcess _process;
    private readonly HostPipe _pipe;
    private readonly string _startedWith;
    private bool _isDone;

    private WaitingHost(HostProcess process, HostPipe pipe, string startedWith) => (_process, _pipe, _startedWith) = (process, pipe, startedWith);

    /// <summary>Its process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts the host that fits the application's EF Core, on the application's own dependencies.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">No fitting host, or EF Core's Design package is missing.</exception>
    public static WaitingHost Start(ProjectOutput startup, DesignHostOptions options)
    {
        // Read first: what changes while the process starts must be seen as a change.
        var inputs = Inputs(startup);
        var host = HostCatalog.Find(options.HostsDirectory, ApplicationDependencies.Read(startup));
        var pipe = HostPipe.Create();
        try
        {
            var process = HostProcess.Start(HostCommandLine.Create(startup, host, pipe.Name), startup.Directory);
            _ = Task.Run(Rehearsal.Run);
            return new WaitingHost(process, pipe, inputs);
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }

    /// <summary>Whether it would be started just so today. The application's own assemblies are not loaded before the greeting.</summary>
    public bool Fits(ProjectOutput startup) => Inputs(startup) == _startedWith;

    /// <summary>Sends the session to the host.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">The host ended, did not answer in time or speaks another version.</exception>
    public async Task<IDesignHost> GreetAsync(HostSession session, DesignHostOptions options, CancellationToken cancellationToken)
    {
        var connection = await HostHandshake.RunAsync(_pipe, _process, session, options.StartTimeout, cancellationToken).ConfigureAwait(false);
        _isDone = true;
        _pipe.Dispose();
        return new DesignHostClient(_process, connection, options);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDone)
        {
            _isDone = true;
            _process.Kill();
            _pipe.Dispose();
            await _process.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string Inputs(ProjectOutput startup) => $"{Content(startup, ".deps.json")}\n{Content(startup, ".runtimeconfig.json")}";

    private static string? Content(ProjectOutput startup, string extension)
    {
        var file = Path.ChangeExtension(startup.AssemblyPath, extension);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
