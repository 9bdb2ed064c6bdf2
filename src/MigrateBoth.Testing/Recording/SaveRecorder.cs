using System.Runtime.CompilerServices;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing.Recording;

/// <summary>Records calls of <c>SaveChanges</c>: what is to be saved, and what came of it.</summary>
internal sealed class SaveRecorder(DatabaseRecorder recorder) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Pending> _saves = [];

    /// <summary>The sequence of the save that a context is at; null outside of one.</summary>
    public long? SequenceOf(DbContext? context) => context is not null && _saves.TryGetValue(context, out var save) ? save.Sequence : null;

    /// <inheritdoc />
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is { } context)
        {
            _saves.AddOrUpdate(context, new Pending(recorder.NextSequence(), recorder.ScopeOf(context), Count(context)));
        }

        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(SavingChanges(eventData, result));

    /// <inheritdoc />
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Finish(eventData.Context, result, null);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(SavedChanges(eventData, result));

    /// <inheritdoc />
    public override void SaveChangesFailed(DbContextErrorEventData eventData) =>
        Finish(eventData.Context, null, FailureClassifier.Classify(eventData.Exception));

    /// <inheritdoc />
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesFailed(eventData);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override InterceptionResult ThrowingConcurrencyException(ConcurrencyExceptionEventData eventData, InterceptionResult result)
    {
        // EF Core reports a conflict here and nowhere else.
        Finish(eventData.Context, null, FailureClassifier.Classify(eventData.Exception));
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(ThrowingConcurrencyException(eventData, result));

    /// <inheritdoc />
    public override void SaveChangesCanceled(DbContextEventData eventData) => Finish(
        eventData.Context, null, new RecordedFailure(FailureClass.Other, typeof(OperationCanceledException).FullName!, null, "The save was cancelled."));

    /// <inheritdoc />
    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesCanceled(eventData);
        return Task.CompletedTask;
    }

    private void Finish(DbContext? context, int? affected, RecordedFailure? failure)
    {
        if (context is null || !_saves.TryGetValue(context, out var save))
        {
            return;
        }

        _saves.Remove(context);
        recorder.Write(
            save.Scope,
            new RecordedSave { Sequence = save.Sequence, Entities = save.Entities, RowsAffected = affected, Failure = failure },
            context);
    }

    private static List<SavedEntities> Count(DbContext context) =>
    [
        .. context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .GroupBy(entry => entry.Metadata.DisplayName())
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SavedEntities(
                group.Key,
                group.Count(entry => entry.State == EntityState.Added),
                group.Count(entry => entry.State == EntityState.Modified),
                group.Count(entry => entry.State == EntityState.Deleted))),
    ];

    private sealed record Pending(long Sequence, TestScope? Scope, IReadOnlyList<SavedEntities> Entities);
}
