using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Servers.Containers;
using MigrateBoth.MySql.Servers.Local;
using MySqlConnector;

namespace MigrateBoth.MySql.Servers.Warm;

/// <summary>A server that outlives the command that started it: <c>server up</c>, <c>server status</c>, <c>server down</c>.</summary>
/// <param name="request">Which server, and where its state is kept.</param>
public sealed class WarmServer(MySqlServerRequest request)
{
    /// <summary>It answered when it was started: a server that takes longer than this now is not there any more.</summary>
    private const uint AnswerSeconds = 5;

    private readonly string _stateDirectory = request.EffectiveStateDirectory;

    /// <summary>Starts it, or finds that it runs already. One of another image is replaced when an image is requested.</summary>
    /// <exception cref="MigrateBothException">No server can be started.</exception>
    public async Task<WarmServerStatus> UpAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        using var turn = TakeTurn();
        if (await StatusAsync(cancellationToken).ConfigureAwait(false) is { } status)
        {
            if (Suits(status))
            {
                return status;
            }

            progress.Report($"replacing the warm server, which runs {status.Image ?? status.Identity.ToString()}");
        }

        await DownAsync(cancellationToken).ConfigureAwait(false);
        await using var lease = new LeaseStore(_stateDirectory).Open();
        await StartAsync(lease, progress, cancellationToken).ConfigureAwait(false);
        var started = await StatusAsync(cancellationToken).ConfigureAwait(false) ?? throw new MigrateBothException(
            ExitCode.Incomplete,
            "warm-server-lost",
            "The warm server started and answered, but no longer answers.",
            "See 'docker ps -a', and try again.");
        if (request.Refusal(started.Identity, started.Image) is { } reason)
        {
            await DownAsync(cancellationToken).ConfigureAwait(false);
            throw RequiredServerProvider.NotAsRequired("server that could be started", reason);
        }

        return started;
    }

    /// <summary>What runs, or null when nothing does; what was left of one that is gone is cleared away.</summary>
    public async Task<WarmServerStatus?> StatusAsync(CancellationToken cancellationToken)
    {
        if (WarmServerState.TryRead(_stateDirectory) is not { } state)
        {
            return null;
        }

        try
        {
            using var connection = await state.Target.WithTimeouts(AnswerSeconds).OpenAsync(cancellationToken).ConfigureAwait(false);
            var id = ProcessStamp.Parse(state.Id) is { } stamp ? $"process {stamp.Id}" : state.Id;
            return new WarmServerStatus(ServerFlavor.Parse(connection.ServerVersion).Identity, state.Source, state.Image, id, state.Target.Endpoint, state.Started);
        }
        catch (MySqlException e) when (MySqlFailures.IsUnreachable(e) || e.ErrorCode == MySqlErrorCode.AccessDenied)
        {
            // The server is gone, or another process uses its port now.
            await ClearAwayAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, state.Target);
        }
    }

    /// <summary>Stops and removes the warm server.</summary>
    /// <returns>False when there was none.</returns>
    /// <exception cref="MigrateBothException">It is there and cannot be removed.</exception>
    public async Task<bool> DownAsync(CancellationToken cancellationToken)
    {
        if (WarmServerState.TryRead(_stateDirectory) is not { } state)
        {
            return false;
        }

        var isGone = state.Source == "container"
            ? await new ContainerSweeper().SweepAsync(new LeasedResource("container", state.Id), cancellationToken).ConfigureAwait(false)
            : await new ServerProcessSweeper().SweepAsync(new LeasedResource(LocalServerProcess.Kind, state.Id), cancellationToken).ConfigureAwait(false)
                && await RemoveDirectoryAsync(state, cancellationToken).ConfigureAwait(false);
        if (!isGone)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "warm-server-stuck",
                $"The warm server ({state.Source} {state.Id}) cannot be removed now.",
                "See that Docker runs, then try again.");
        }

        WarmServerState.Delete(_stateDirectory);
        return true;
    }

    private async Task ClearAwayAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DownAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (MigrateBothException)
        {
            // Docker is down with it; the state stays, so that the container is found when both are back.
        }
    }

    /// <summary>Whether the server that runs is what the request asks for.</summary>
    internal bool Suits(WarmServerStatus status) => ServerChoice.Of(request).Kind is var kind && status.Source == "container"
        ? kind != ServerChoiceKind.Local && status.Image == request.EffectiveImage
        : kind != ServerChoiceKind.Docker && request.Refusal(status.Identity, status.Image) is null;

    private static async Task<bool> RemoveDirectoryAsync(WarmServerState state, CancellationToken cancellationToken) =>
        state.Directory is null || await new DirectorySweeper().SweepAsync(new LeasedResource(ScratchDirectory.Kind, state.Directory), cancellationToken).ConfigureAwait(false);

    private async Task StartAsync(ILease lease, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var kind = ServerChoice.Of(request).Kind;
        if (kind == ServerChoiceKind.Connection)
        {
            throw new MigrateBothException(
                ExitCode.Usage,
                "warm-server-given",
                "A server given by a connection string is already running; there is nothing to start.",
                $"Use --mysql docker or --mysql local, or unset {MySqlServerRequest.ServerVariable}.");
        }

        try
        {
            if (kind == ServerChoiceKind.Local)
            {
                await StartLocalAsync(lease, progress, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await StartContainerAsync(lease, progress, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (MigrateBothException e) when (kind == ServerChoiceKind.Auto)
        {
            progress.Report($"no container: {e.Message.Split('\n', 2)[0]}");
            await StartLocalAsync(lease, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StartContainerAsync(ILease lease, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var engine = await DockerEngine.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using var container = new ScratchContainer(engine, lease);
        var image = request.EffectiveImage;
        var target = await new MySqlContainerStarter(engine, image, request.StartTimeout, progress).StartAsync(container.Name, "warm", cancellationToken).ConfigureAwait(false);
        Remember("container", container.Name, directory: null, image, target);
        container.Detach();
    }

    private async Task StartLocalAsync(ILease lease, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var executable = await ServerExecutable.FindAsync(request.Environment, cancellationToken).ConfigureAwait(false);
        var (process, target) = await new LocalServerStarter(executable, request.StartTimeout, lease, progress).StartAsync(detached: true, cancellationToken).ConfigureAwait(false);
        await using (process)
        {
            Remember("local", process.Stamp!.ToString(), process.Directory, image: null, target);
            process.Detach();
        }
    }

    /// <summary>Writes the state before the lease is released: a process that is killed in between leaves the server on one list or both, never on none.</summary>
    private void Remember(string source, string id, string? directory, string? image, MySqlTarget target) =>
        new WarmServerState(WarmServerState.CurrentVersion, source, id, directory, image, target.Host, target.Port, DateTimeOffset.UtcNow).Write(_stateDirectory, target.Password);

    /// <summary>Without the lock, two commands that start a server at the same time would lose track of one of them.</summary>
    private FileStream TakeTurn()
    {
        try
        {
            PrivateFiles.CreateDirectory(_stateDirectory);
            return new FileStream(Path.Combine(_stateDirectory, "warm-server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "warm-server-busy",
                $"The warm server's state in '{_stateDirectory}' cannot be locked: {e.Message}",
                "If another 'server up' is running, wait for it.",
                e);
        }
    }
}
