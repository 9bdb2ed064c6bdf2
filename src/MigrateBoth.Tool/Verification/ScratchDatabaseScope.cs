using System.Collections.Concurrent;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Verification;

/// <summary>Scratch databases that are dropped together, when what needs them has ended.</summary>
internal sealed class ScratchDatabaseScope : IAsyncDisposable
{
    private readonly ConcurrentBag<IScratchDatabase> _databases = [];

    /// <summary>Makes one more.</summary>
    public async Task<IScratchDatabase> CreateAsync(IScratchServer server, string purpose, CancellationToken cancellationToken)
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
