using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Errors;
using MigrateBoth.DesignHost.Events;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Applies migrations with EF Core's own migrator and tells how far it got.</summary>
internal sealed class MigrationApplier(RentedContext context, RequestProgress progress, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly List<OutsideStatement> _outside = [];
    private readonly DateTime _began = DateTime.UtcNow;
    private readonly IMigrationLock _lock = context.Engine == Engine.Sqlite ? new SqliteMigrationLock() : new MySqlMigrationLock(context.MySqlProvider!.MigrationLock);

    public MigrationRun Apply(ApplyRequest request)
    {
        var resolved = new MigrationTargets(context).Resolve(request.Target) ?? LastNameable();
        context.ConnectTo(request.ConnectionString);

        var before = AppliedMigrations.Read(context);
        if (before.DatabaseExists && request.LockTimeout is { } timeout && WaitForLock(timeout) is { } holder)
        {
            return Run([], new MigrationFailure { Message = holder, IsLockTimeout = true });
        }

        var selection = MigrationSelection.Between(context, before.Ids, resolved);
        try
        {
            return Apply(resolved, selection, before, request);
        }
        catch (MigrationSqlException exception)
        {
            return Run([], new MigrationFailure { MigrationId = exception.MigrationId, Message = Redaction.MaskSecrets(exception.Message) });
        }
    }

    // A target is always named: without one EF Core 9 refuses to apply anything while the model has pending changes. But EF Core
    // cannot look up a name where any id, written by hand, does not begin with a time stamp.
    private string? LastNameable()
    {
        var ids = context.Service<IMigrationsIdGenerator>();
        var known = context.Migrations.Migrations.Keys;
        return known.All(ids.IsValidId) ? known.LastOrDefault() : null;
    }

    private MigrationRun Apply(string? target, MigrationSelection selection, AppliedMigrations before, ApplyRequest request)
    {
        var planned = selection.Steps;
        if (!request.IsScratch)
        {
            progress.Report($"generating the SQL of {planned.Count} migrations");
            new MigrationSql(context, attribute: false).Generate(selection);
        }

        var migrator = context.Service<IMigrator>();
        using var tracker = new MigrationTracker(planned, _lock, request.LockTimeout, progress, cancellationToken);
        try
        {
            // Watched no longer than that: what is asked afterwards, to report a failure, must not be stopped by the cancellation.
            using var watching = MigrationEvents.Watch(context.Context, migrator, tracker);
            using var pace = request.IsScratch ? MigrationPace.Join(planned.Count, cancellationToken) : null;
            tracker.Began = number => pace?.Wait(number);
            tracker.Ran = request.IsScratch ? NoteOutside : null;
            using var noSeeding = request.IsScratch ? new SeedingPause(context.Service<IDbContextOptions>()) : null;
            using var compiler = request.IsScratch ? MigrationCompiler.Start(selection.Apply, () => tracker.Number) : null;
            Migrate(migrator, target);
            return Run([.. planned.Select(migration => migration.Id)], failure: null);
        }
        catch (Exception exception) when (exception is not MigrationSqlException)
        {
            return Failed(exception, tracker, planned, before, selection);
        }
    }

    private void Migrate(IMigrator migrator, string? target)
    {
        // EF Core refuses the synchronous way when the application has only an asynchronous seeder, and the other way round.
        if (HasOnlyAsyncSeeder(context.Service<IDbContextOptions>()))
        {
            migrator.MigrateAsync(target, cancellationToken).GetAwaiter().GetResult();
        }
        else
        {
            migrator.Migrate(target);
        }
    }

    private static bool HasOnlyAsyncSeeder(IDbContextOptions options) =>
#if EFCORE8
        false; // Seeders came with EF Core 9.
#else
        options.FindExtension<CoreOptionsExtension>() is { Seeder: null, AsyncSeeder: not null };
#endif

    /// <summary>Who holds the lock after all the waiting; null when it is free.</summary>
    private string? WaitForLock(TimeSpan timeout)
    {
        var clock = Stopwatch.StartNew();
        var connection = context.Context.Database.GetDbConnection();
        while (_lock.Holder(connection) is { } holder)
        {
            if (clock.Elapsed >= timeout)
            {
                return $"EF Core's migration lock was not free after {timeout.TotalSeconds:0.#} s. {holder}";
            }

            progress.Report($"waiting for EF Core's migration lock. {holder}");
            cancellationToken.WaitHandle.WaitOne(Poll);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return null;
    }

    private MigrationRun Failed(
        Exception exception, MigrationTracker tracker, IReadOnlyList<MigrationStep> planned, AppliedMigrations before, MigrationSelection selection)
    {
        var root = Fault.OfDatabase(exception) ?? Fault.Unwrap(exception);
        var connection = context.Context.Database.GetDbConnection();
        if (tracker.FailedInLock || root is MigrationLockTimeoutException)
        {
            return Run([], LockFailure(root, connection));
        }

        if (tracker.Acquisition is { } acquisition)
        {
            // M-40: the migrator frees the lock inside the transaction that the failure rolls back.
            TryRelease(connection, acquisition);
        }

        var failure = Failure(root, tracker, selection);
        try
        {
            return Run(Completed(planned, AppliedMigrations.Read(context).Ids), failure);
        }
        catch (Exception gone) when (Fault.OfDatabase(gone) is not null)
        {
            return Run([], failure with { Message = $"{failure.Message} The history could not be read afterwards, so it is not known what is applied." });
        }
    }

    private static List<string> Completed(IReadOnlyList<MigrationStep> planned, IReadOnlyList<string> recorded) =>
        [.. planned
            .Where(migration => recorded.Contains(migration.Id, StringComparer.OrdinalIgnoreCase) != migration.IsRevert)
            .Select(migration => migration.Id)];

    /// <summary>Only a lock that is held, or was until the time was over, is a matter of waiting; a session or a server that is gone is not.</summary>
    private MigrationFailure LockFailure(Exception root, DbConnection connection)
    {
        var cancelled = cancellationToken.IsCancellationRequested;
        string? holder = null;
        try
        {
            holder = cancelled ? null : _lock.Holder(connection);
        }
        catch (Exception exception) when (Fault.OfDatabase(exception) is not null)
        {
            // The database is not there to be asked; what it last said is in the failure.
        }

        if (Fault.OfDatabase(root) is { } refusal && _lock.IsRefused(refusal))
        {
            return new MigrationFailure
            {
                Message = $"EF Core's migration lock could not be taken, so nothing was applied. The server refuses it: {refusal.Message} A cluster or a proxy often does. "
                    + "'apply --no-lock' works without it; a second migrator is then not excluded, so make sure that there is none.",
                ErrorNumber = Fault.DatabaseErrorNumber(refusal),
            };
        }

        var timedOut = holder is not null || root is MigrationLockTimeoutException;
        var why = cancelled ? "The run was cancelled." : holder ?? (timedOut ? "It is free now." : Redaction.MaskSecrets(root.Message));
        return new MigrationFailure
        {
            Message = $"EF Core's migration lock could not be taken, so nothing was applied. {why}",
            ErrorNumber = !cancelled && !timedOut && root is DbException database ? Fault.DatabaseErrorNumber(database) : null,
            IsLockTimeout = timedOut,
            IsCancelled = cancelled,
        };
    }

    private void TryRelease(DbConnection connection, string acquisition)
    {
        try
        {
            _lock.Release(connection, acquisition);
        }
        catch (DbException exception)
        {
            // The failure itself is what must be reported; the next run finds and names the lock.
            progress.Report($"could not free the migration lock: {exception.Message}");
        }
    }

    private MigrationFailure Failure(Exception exception, MigrationTracker tracker, MigrationSelection selection)
    {
        var current = tracker.Current is { } running
            ? new MigrationSql(context, attribute: true).Generate(selection, running.Id)
            : null;
        var commands = current?.Commands ?? [];
        var executed = tracker.ExecutedOf(commands);
        var failed = tracker.CommandFailed && executed < commands.Count ? commands[executed] : null;
        var cancelled = cancellationToken.IsCancellationRequested;
        return new MigrationFailure
        {
            MigrationId = current?.Id,
            Executed = [.. commands.Take(executed)],
            Failed = failed,
            NotReached = [.. commands.Skip(executed + (failed is null ? 0 : 1))],
            Message = Redaction.MaskSecrets(cancelled ? "The run was cancelled." : exception is DbException ? exception.Message : Fault.Describe(exception)),
            ErrorNumber = !cancelled && exception is DbException database ? Fault.DatabaseErrorNumber(database) : null,
            IsServerLost = !cancelled && Fault.IsServerLost(exception),
            IsCancelled = cancelled,
        };
    }

    /// <summary>A relative path begins where this process works: only here can it be told which file is meant.</summary>
    private void NoteOutside(string migration, string sql)
    {
        foreach (var (text, named) in OutsideStatement.In(context.Engine, sql, context.Context.Database.GetDbConnection().Database))
        {
            var file = named is null ? null : Path.GetFullPath(named);
            _outside.Add(new OutsideStatement(migration, Redaction.MaskSecrets(text), file, file is not null && File.Exists(file) && File.GetCreationTimeUtc(file) >= _began));
        }
    }

    private MigrationRun Run(IReadOnlyList<string> completed, MigrationFailure? failure) =>
        new() { Engine = context.Engine, Completed = completed, Failure = failure, Outside = _outside };
}
