using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing.Recording;

/// <summary>
/// Looks at the stack before a connection is opened. Opening is the first thing that may really wait, and behind that wait the test is no
/// longer on the stack.
/// </summary>
internal sealed class ConnectionObserver(SaveRecorder saves) : DbConnectionInterceptor
{
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
}
