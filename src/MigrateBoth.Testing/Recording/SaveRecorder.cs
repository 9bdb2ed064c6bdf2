using System.Runtime.CompilerServices;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.Testing.Recording;

/// <summary>Records calls of <c>SaveChanges</c>: what is to be saved, and what came of it.</summary>
internal sealed class SaveRecorder(DatabaseRecorder recorder) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Pending> _saves = [];

    /// <summary>The sequence number of the context's current save; null outside a save.</summary>
    public long? SequenceOf(DbContext? context) => context is not null && _saves.TryGetValue(context, out var save) ? save.Sequence : null;

    /// <summary>The test that a context works for. Within a save it is the test that started the save, so it is not looked up again.</summary>
    public TestScope? ScopeOf(DbContext? context) => context is not null && _saves.TryGetValue(context, out var save) ? save.Scope : recorder.ScopeOf(context);

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

    private static List<SavedEntities> Count(DbContext context)
    {
        var counts = new Dictionary<IEntityType, int[]>();
        foreach (var entry in context.ChangeTracker.Entries())
        {
            var kind = entry.State switch { EntityState.Added => 0, EntityState.Modified => 1, EntityState.Deleted => 2, _ => -1 };
            if (kind < 0)
            {
                continue;
            }

            if (!counts.TryGetValue(entry.Metadata, out var count))
            {
                counts.Add(entry.Metadata, count = new int[3]);
            }

            count[kind]++;
        }

        var saved = new List<SavedEntities>(counts.Count);
        foreach (var (type, count) in counts)
        {
            saved.Add(new SavedEntities(type.DisplayName(), count[0], count[1], count[2]));
        }

        saved.Sort(static (one, other) => string.CompareOrdinal(one.Entity, other.Entity));
        return saved;
    }

    private sealed record Pending(long Sequence, TestScope? Scope, IReadOnlyList<SavedEntities> Entities);
}
