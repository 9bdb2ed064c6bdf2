using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Scratch;

/// <summary>A place where throw-away databases can be made. Disposing it removes whatever it started.</summary>
public interface IScratchServer : IAsyncDisposable
{
    /// <summary>The engine that runs here.</summary>
    Engine Engine { get; }

    /// <summary>Vendor and version as the server reports them.</summary>
    ServerIdentity Identity { get; }

    /// <summary>Where the server comes from: <c>file</c>, <c>container</c>, <c>local</c> or <c>connection</c>.</summary>
    string Source { get; }

    /// <summary>The container image, or null when no container is involved.</summary>
    string? Image { get; }

    /// <summary>What was named and this server meets; empty where nothing was.</summary>
    IReadOnlyList<ServerRequirement> Requirements => [];

    /// <summary>Whether no vendor was requested and this server was found by itself. It may differ from the one that the model is configured for.</summary>
    bool IsVendorOpen => false;

    /// <summary>Creates an empty database with a unique name.</summary>
    /// <param name="purpose">A short word for its name, such as <c>migrated</c> or <c>model</c>: lower-case letters and digits.</param>
    /// <param name="cancellationToken">Cancels the creation; nothing is left behind.</param>
    /// <exception cref="Errors.MigrateBothException">The database could not be created.</exception>
    Task<IScratchDatabase> CreateDatabaseAsync(string purpose, CancellationToken cancellationToken);

    /// <summary>The objects outside scratch databases, of every owner. Empty for an engine without a server.</summary>
    Task<IReadOnlyList<OutsideObject>> LookOutsideAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OutsideObject>>([]);

    /// <summary>Undoes a change outside scratch databases, where the server is ours.</summary>
    /// <returns>Whether it is undone.</returns>
    Task<bool> UndoAsync(OutsideChange change, CancellationToken cancellationToken) => Task.FromResult(false);
}

/// <summary>An empty database made for one purpose. Disposing it drops it; disposing never throws.</summary>
public interface IScratchDatabase : IAsyncDisposable
{
    /// <summary>The engine it lives on.</summary>
    Engine Engine { get; }

    /// <summary>The database's name, or the file's path on SQLite.</summary>
    string Name { get; }

    /// <summary>An ADO.NET connection string; pooling is off, so that no idle connection keeps the database alive (catalogue row E-01).</summary>
    string ConnectionString { get; }
}
