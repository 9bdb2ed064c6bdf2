using System.Data.Common;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing.Recording;

/// <summary>
/// Inspects the stack before a connection is opened. Opening is the first operation that may wait asynchronously, and afterwards the test is no
/// longer on the stack. A connection that the server refuses is not a test's failure, and is recorded as that.
/// </summary>
internal sealed class ConnectionObserver(DatabaseRecorder recorder, SaveRecorder saves) : DbConnectionInterceptor
{
    /// <summary>A query of the context is about to be compiled.</summary>
    public void Compiling(DbContext context, string shape) => saves.ScopeOf(context)?.Compiling(shape, recorder.NextSequence());

    /// <inheritdoc />
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        saves.ScopeOf(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(ConnectionOpening(connection, eventData, result));

    /// <inheritdoc />
    public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData)
    {
        if (FailureClassifier.Classify(eventData.Exception) is { Class: FailureClass.Server } failure)
        {
            recorder.Write(
                saves.ScopeOf(eventData.Context),
                new RecordedObstacle { Sequence = recorder.NextSequence(), Statement = "connect", Failure = failure },
                eventData.Context);
        }
    }

    /// <inheritdoc />
    public override Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionFailed(connection, eventData);
        return Task.CompletedTask;
    }
}
