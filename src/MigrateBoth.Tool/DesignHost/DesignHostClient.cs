using System.Collections.Concurrent;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Tracing.Origins;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>The tool's side of the protocol with a running host.</summary>
internal sealed class DesignHostClient : IDesignHost
{
    private readonly ConcurrentDictionary<int, PendingRequest> _pending = new();
    private readonly HostProcess _process;
    private readonly HostConnection _connection;
    private readonly DesignHostOptions _options;
    private readonly Task _reading;
    private int _lastId;

    public DesignHostClient(HostProcess process, HostConnection connection, DesignHostOptions options)
    {
        _process = process;
        _connection = connection;
        _options = options;
        _reading = Task.Run(ReadAsync);
    }

    /// <inheritdoc />
    public event Action<HostProgress>? Progress;

    /// <summary>The host's process id.</summary>
    public int ProcessId => _process.Id;

    /// <inheritdoc />
    public async Task<IReadOnlyList<DeployedContext>> ContextsAsync(Engine engine, CancellationToken cancellationToken) =>
        (await AskAsync<ContextsReply>(new ContextsRequest(NextId(), engine), "listing the contexts", cancellationToken).ConfigureAwait(false)).Contexts;

    /// <inheritdoc />
    public async Task<EngineModel> DescribeAsync(Engine engine, CancellationToken cancellationToken) =>
        (await AskAsync<ModelReply>(new DescribeRequest(NextId(), engine), "describing the model", cancellationToken).ConfigureAwait(false)).Model;

    /// <inheritdoc />
    public async Task<EngineHistory> HistoryAsync(Engine engine, CancellationToken cancellationToken) =>
        (await AskAsync<HistoryReply>(new HistoryRequest(NextId(), engine), "listing the migrations", cancellationToken).ConfigureAwait(false)).History;

    /// <inheritdoc />
    public async Task<IReadOnlyList<MigrationOperations>> OperationsAsync(Engine engine, CancellationToken cancellationToken) =>
        (await AskAsync<OperationsReply>(new OperationsRequest(NextId(), engine), "reading the migrations", cancellationToken).ConfigureAwait(false)).Migrations;

    /// <inheritdoc />
    public async Task<EngineOrigins> OriginsAsync(Engine engine, CancellationToken cancellationToken) =>
        MigrationSource.Refine((await AskAsync<OriginsReply>(new OriginsRequest(NextId(), engine), "tracing the migrations", cancellationToken).ConfigureAwait(false)).Origins);

    /// <inheritdoc />
    public async Task<IReadOnlyList<FixCode?>> FixesAsync(Engine engine, IReadOnlyList<FixTarget> targets, CancellationToken cancellationToken) =>
        (await AskAsync<FixReply>(new FixRequest(NextId(), engine, targets), "writing corrections", cancellationToken).ConfigureAwait(false)).Code;

    /// <inheritdoc />
    public async Task<ScaffoldedMigration> ScaffoldAsync(Engine engine, string timestamp, string name, CancellationToken cancellationToken) =>
        (await AskAsync<ScaffoldReply>(new ScaffoldRequest(NextId(), engine, timestamp, name), $"scaffolding {name}", cancellationToken)
            .ConfigureAwait(false)).Migration;

    /// <inheritdoc />
    public async Task<MigrationRemoval?> PlanRemovalAsync(Engine engine, CancellationToken cancellationToken) =>
        (await AskAsync<RemovalReply>(new PlanRemovalRequest(NextId(), engine), "planning a removal", cancellationToken).ConfigureAwait(false)).Removal;

    /// <inheritdoc />
    public async Task<string> ScriptAsync(Engine engine, string? from, string? to, bool idempotent, CancellationToken cancellationToken) =>
        (await AskAsync<ScriptReply>(new ScriptRequest(NextId(), engine, from, to, idempotent), "writing the SQL script", cancellationToken)
            .ConfigureAwait(false)).Sql;

    /// <inheritdoc />
    public async Task<MigrationPlan> PlanApplyAsync(Engine engine, string connectionString, string? target, CancellationToken cancellationToken) =>
        (await AskAsync<PlanReply>(new PlanApplyRequest(NextId(), engine, connectionString, target), "planning the migrations", cancellationToken)
            .ConfigureAwait(false)).Plan;

    /// <inheritdoc />
    public async Task<MigrationRun> ApplyAsync(
        Engine engine, string connectionString, string? target, TimeSpan? lockTimeout, CancellationToken cancellationToken) =>
        (await AskAsync<RunReply>(
            new ApplyRequest(NextId(), engine, connectionString, target, lockTimeout), "applying migrations", cancellationToken)
            .ConfigureAwait(false)).Run;

    /// <inheritdoc />
    public Task<MigrationRun> ApplyToScratchAsync(Engine engine, string connectionString, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        StepScratchAsync(engine, connectionString, target: null, lockTimeout, cancellationToken);

    /// <inheritdoc />
    public async Task<MigrationRun> StepScratchAsync(
        Engine engine, string connectionString, string? target, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        (await AskAsync<RunReply>(
            new ApplyRequest(NextId(), engine, connectionString, target, lockTimeout) { IsScratch = true }, "applying migrations", cancellationToken)
            .ConfigureAwait(false)).Run;

    /// <inheritdoc />
    public async Task<MigrationContent> ContentAsync(Engine engine, string migration, CancellationToken cancellationToken) =>
        (await AskAsync<MigrationContentReply>(new MigrationContentRequest(NextId(), engine, migration), "reading a migration", cancellationToken)
            .ConfigureAwait(false)).Content;

    /// <inheritdoc />
    public Task CreateFromModelAsync(Engine engine, string connectionString, CancellationToken cancellationToken) =>
        AskAsync<DoneReply>(new CreateFromModelRequest(NextId(), engine, connectionString), "creating the model's tables", cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> CreateStandInsAsync(Engine engine, string connectionString, CancellationToken cancellationToken) =>
        (await AskAsync<StandInsReply>(new CreateStandInsRequest(NextId(), engine, connectionString), "creating other contexts' tables", cancellationToken)
            .ConfigureAwait(false)).Tables;

    /// <inheritdoc />
    public async Task<ProbeSurface> SurfaceAsync(Engine engine, CancellationToken cancellationToken) =>
        (await AskAsync<SurfaceReply>(new SurfaceRequest(NextId(), engine), "listing what can be probed", cancellationToken).ConfigureAwait(false)).Surface;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ProbeOutcome>> ProbeAsync(
        Engine engine, string connectionString, IReadOnlyList<Probe> probes, CancellationToken cancellationToken) =>
        (await AskAsync<ProbeReply>(new ProbeRequest(NextId(), engine, connectionString, probes), "probing", cancellationToken).ConfigureAwait(false)).Outcomes;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // The host ends by itself when the pipe closes.
        _connection.Dispose();
        await _reading.ConfigureAwait(false);
        await _process.DisposeAsync().ConfigureAwait(false);
    }

    private int NextId() => Interlocked.Increment(ref _lastId);

    private async Task<TReply> AskAsync<TReply>(HostRequest request, string activity, CancellationToken cancellationToken)
        where TReply : HostReply
    {
        var pending = new PendingRequest(request, $"{activity} for {request.Engine.DisplayName()}");
        _pending[request.Id] = pending;
        try
        {
            await SendAsync(request, pending, cancellationToken).ConfigureAwait(false);
            var reply = await WaitAsync(pending, cancellationToken).ConfigureAwait(false);
            return reply switch
            {
                TReply expected => expected,
                RequestFailed { Error.Code: "cancelled" } when cancellationToken.IsCancellationRequested =>
                    throw new OperationCanceledException(cancellationToken),
                RequestFailed { Error: var error } =>
                    throw new MigrateBothException((ExitCode)error.ExitCode, error.Code, error.Message, error.Hint),
                _ => throw new InvalidOperationException($"The design host answered {request.GetType().Name} with {reply.GetType().Name}."),
            };
        }
        finally
        {
            _pending.TryRemove(request.Id, out _);
        }
    }

    private async Task SendAsync(HostRequest request, PendingRequest pending, CancellationToken cancellationToken)
    {
        try
        {
            await _connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw await DiedAsync(pending.Activity).ConfigureAwait(false);
        }
    }

    private async Task<HostReply> WaitAsync(PendingRequest pending, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var rest = _options.SilenceTimeout - pending.Silence;
            if (rest <= TimeSpan.Zero)
            {
                _process.Kill();
                throw HostFailure.TimedOut(_process, pending.Activity, _options.SilenceTimeout);
            }

            try
            {
                return await pending.Reply.WaitAsync(rest, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Progress may have come meanwhile: look again.
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        return await CancelAsync(pending, cancellationToken).ConfigureAwait(false);
    }

    // A cancelled run still says how far it got, if it can say so soon.
    private async Task<HostReply> CancelAsync(PendingRequest pending, CancellationToken cancellationToken)
    {
        try
        {
            await _connection.SendAsync(new CancelRequest(pending.Request.Id), CancellationToken.None).ConfigureAwait(false);
            return await pending.Reply.WaitAsync(_options.CancellationGrace, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException)
        {
            _process.Kill();
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await ReadRepliesAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A line that is not a message, or a listener that failed: reading has ended, so no request may go on waiting.
            FailAll(exception);
            return;
        }

        // A caller that times out here cancels its request.
        if (_pending.Values.FirstOrDefault() is { } waiting)
        {
            FailAll(await DiedAsync(waiting.Activity).ConfigureAwait(false));
        }
    }

    private async Task ReadRepliesAsync()
    {
        while (await _connection.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            switch (ProtocolLine.ReadHostMessage(line))
            {
                case ProgressReport report when _pending.TryGetValue(report.RequestId, out var pending):
                    pending.Report(report.Progress);
                    Progress?.Invoke(report.Progress);
                    break;
                case HostReply reply when _pending.TryGetValue(reply.RequestId, out var pending):
                    pending.Complete(reply);
                    break;
            }
        }
    }

    private void FailAll(Exception exception)
    {
        foreach (var pending in _pending.Values)
        {
            pending.Fail(exception);
        }
    }

    // Includes the last lines of its output, which arrive shortly after the pipe has closed.
    private async Task<MigrateBothException> DiedAsync(string activity)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        return HostFailure.Died(_process, activity);
    }
}
