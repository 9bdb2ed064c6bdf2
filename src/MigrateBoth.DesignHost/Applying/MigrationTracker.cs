using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Events;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Follows a run command by command: how far it got, and that it is alive.</summary>
internal sealed class MigrationTracker : IMigrationWatcher, IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<MigrationStep> _planned;
    private readonly IMigrationLock _lock;
    private readonly TimeSpan? _lockTimeout;
    private readonly RequestProgress _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _cancellation;
    private readonly Timer _heartbeat;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<string> _executed = [];
    private DbCommand? _running;

    public MigrationTracker(
        IReadOnlyList<MigrationStep> planned,
        IMigrationLock migrationLock,
        TimeSpan? lockTimeout,
        RequestProgress progress,
        CancellationToken cancellationToken)
    {
        _planned = planned;
        _lock = migrationLock;
        _lockTimeout = lockTimeout;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _cancellation = cancellationToken.Register(CancelCommand);
        _heartbeat = new Timer(_ => ReportAlive(), null, Heartbeat, Heartbeat);
    }

    /// <summary>The migration that is running or ran last.</summary>
    public MigrationStep? Current { get; private set; }

    /// <summary>The number of <see cref="Current"/> in the run, from 1; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>Called with the number of a migration before its first command.</summary>
    public Action<int>? Began { get; set; }

    /// <summary>Called with the migration and the text of each of its commands that has run.</summary>
    public Action<string, string>? Ran { get; set; }

    /// <summary>Whether the command that failed was an attempt to take the lock.</summary>
    public bool FailedInLock { get; private set; }

    /// <summary>The text of the attempt that took the lock, or null.</summary>
    public string? Acquisition { get; private set; }

    /// <summary>The command that failed, when it was one of the migration's.</summary>
    public bool CommandFailed { get; private set; }

    /// <summary>How many of the commands of <see cref="Current"/> have run. EF Core runs others between them, such as those of its lock.</summary>
    public int ExecutedOf(IReadOnlyList<PlannedCommand> commands) =>
        _executed.Aggregate(0, (count, text) => count < commands.Count && commands[count].Sql == text ? count + 1 : count);

    public void OnMigration(string eventName, MigrationEventData data)
    {
        if (eventName != RelationalEventId.MigrationApplying.Name && eventName != RelationalEventId.MigrationReverting.Name)
        {
            return;
        }

        var id = data.Migration.Id();
        Current = _planned.FirstOrDefault(migration => migration.Id == id);
        _executed.Clear();
        Number = Current is null ? 0 : _planned.ToList().IndexOf(Current) + 1;
        var verb = Current?.IsRevert == true ? "reverting" : "applying";
        _progress.Report($"{verb} {id} ({Number}/{_planned.Count})");
        Began?.Invoke(Number);
    }

    public void OnCommand(string eventName, CommandEventData data)
    {
        if (data.CommandSource != CommandSource.Migrations)
        {
            return;
        }

        if (eventName == RelationalEventId.CommandExecuting.Name)
        {
            OnExecuting(data.Command);
        }
        else if (eventName == RelationalEventId.CommandExecuted.Name && data is CommandExecutedEventData executed)
        {
            OnExecuted(executed);
        }
        else if (eventName == RelationalEventId.CommandError.Name)
        {
            _running = null;
            FailedInLock = _lock.IsAcquisition(data.Command.CommandText);
            CommandFailed = !FailedInLock;
        }
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        _heartbeat.Dispose();
    }

    private void OnExecuting(DbCommand command)
    {
        // Between two commands is where a run can stop without leaving one half done.
        _cancellationToken.ThrowIfCancellationRequested();
        if (_lockTimeout is not { } timeout)
        {
            // Without the lock, the commands that take it and give it back only have to answer as if they had.
            if (_lock.IsAcquisition(command.CommandText) || _lock.IsRelease(command.CommandText))
            {
                command.CommandText = "SELECT 1";
                command.Parameters.Clear();
            }
        }
        else if (_lock.IsAcquisition(command.CommandText))
        {
            _lock.Bound(command, timeout - _clock.Elapsed);
        }

        _running = command;
    }

    private void OnExecuted(CommandExecutedEventData data)
    {
        _running = null;
        var text = data.Command.CommandText;
        if (_lock.IsAcquisition(text))
        {
            // SQLite answers whether the row is ours; MySQL has waited until it is.
            Acquisition = data.Result is 0L ? null : text;
        }
        else
        {
            _executed.Add(text);
            if (Current is { } migration)
            {
                Ran?.Invoke(migration.Id, text);
            }
        }
    }

    private void CancelCommand()
    {
        if (_running is { } command)
        {
            CommandInterruption.Interrupt(command);
        }
    }

    private void ReportAlive()
    {
        if (_running is not null)
        {
            _progress.Report($"still running a command of {Current?.Id ?? "the migration lock"} after {_clock.Elapsed.TotalSeconds:0} s");
        }
    }
}
