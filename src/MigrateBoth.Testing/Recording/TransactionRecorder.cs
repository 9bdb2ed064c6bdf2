using System.Data;
using System.Data.Common;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing.Recording;

/// <summary>Records transactions and savepoints.</summary>
internal sealed class TransactionRecorder(DatabaseRecorder recorder, SaveRecorder saves) : DbTransactionInterceptor
{
    /// <inheritdoc />
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Write(TransactionAction.Begin, eventData.Context, result);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(TransactionStarted(connection, eventData, result));

    /// <inheritdoc />
    public override DbTransaction TransactionUsed(DbConnection connection, TransactionEventData eventData, DbTransaction result)
    {
        Write(TransactionAction.Begin, eventData.Context, result);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<DbTransaction> TransactionUsedAsync(
        DbConnection connection, TransactionEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(TransactionUsed(connection, eventData, result));

    /// <inheritdoc />
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Write(TransactionAction.Commit, eventData.Context);

    /// <inheritdoc />
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Written(TransactionAction.Commit, eventData.Context);

    /// <inheritdoc />
    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        Write(TransactionAction.Rollback, eventData.Context);

    /// <inheritdoc />
    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Written(TransactionAction.Rollback, eventData.Context);

    /// <inheritdoc />
    public override void CreatedSavepoint(DbTransaction transaction, TransactionEventData eventData) =>
        Write(TransactionAction.Savepoint, eventData.Context);

    /// <inheritdoc />
    public override Task CreatedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default) =>
        Written(TransactionAction.Savepoint, eventData.Context);

    /// <inheritdoc />
    public override void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) =>
        Write(TransactionAction.RollbackToSavepoint, eventData.Context);

    /// <inheritdoc />
    public override Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default) =>
        Written(TransactionAction.RollbackToSavepoint, eventData.Context);

    /// <inheritdoc />
    public override void ReleasedSavepoint(DbTransaction transaction, TransactionEventData eventData) =>
        Write(TransactionAction.ReleaseSavepoint, eventData.Context);

    /// <inheritdoc />
    public override Task ReleasedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default) =>
        Written(TransactionAction.ReleaseSavepoint, eventData.Context);

    /// <inheritdoc />
    public override void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Write(
        eventData.Action == "Rollback" ? TransactionAction.Rollback : TransactionAction.Commit,
        eventData.Context,
        failure: FailureClassifier.Classify(eventData.Exception));

    /// <inheritdoc />
    public override Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionFailed(transaction, eventData);
        return Task.CompletedTask;
    }

    private Task Written(TransactionAction action, DbContext? context)
    {
        Write(action, context);
        return Task.CompletedTask;
    }

    private void Write(TransactionAction action, DbContext? context, DbTransaction? begun = null, RecordedFailure? failure = null) => recorder.Write(
        saves.ScopeOf(context),
        new RecordedTransaction
        {
            Sequence = recorder.NextSequence(),
            Action = action,
            Save = saves.SequenceOf(context),
            Isolation = begun is null || begun.IsolationLevel == IsolationLevel.Unspecified ? null : begun.IsolationLevel.ToString(),
            Failure = failure,
        },
        context);
}
