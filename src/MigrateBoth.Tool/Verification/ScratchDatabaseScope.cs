using System.Collections.Concurrent;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Verification;

/// <summary>The scratch databases of one check on one server, dropped together when it has read them.</summary>
internal sealed class ScratchDatabaseScope(IScratchServer server) : IAsyncDisposable
{
    private readonly ConcurrentBag<IScratchDatabase> _databases = [];

    /// <summary>One more.</summary>
    public async Task<IScratchDatabase> CreateAsync(string purpose, CancellationToken cancellationToken)
    {
        var database = await server.CreateDatabaseAsync(purpose, cancellationToken).ConfigureAwait(false);
        _databases.Add(database);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync().ConfigureAwait(false);
        }
    }
}
