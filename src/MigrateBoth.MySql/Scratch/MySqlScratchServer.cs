using System.Collections.Concurrent;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Scratch;

/// <summary>A running MySQL or MariaDB server on which throw-away databases are made, wherever it came from.</summary>
public sealed class MySqlScratchServer : IScratchServer
{
    private const uint UndoSeconds = 10;

    private readonly MySqlTarget _target;
    private readonly ILease? _lease;
    private readonly IAsyncDisposable? _server;
    private readonly ConcurrentBag<OutsideChange> _undone = [];

    private MySqlScratchServer(MySqlTarget target, ServerFlavor flavor, ServerOrigin origin, ILease? lease, IAsyncDisposable? server)
    {
        _target = target;
        _lease = lease;
        _server = server;
        Flavor = flavor;
        Origin = origin;
    }

    /// <inheritdoc/>
    public Engine Engine => Engine.MySql;

    /// <summary>What the server is and can do.</summary>
    public ServerFlavor Flavor { get; }

    /// <inheritdoc/>
    public ServerIdentity Identity => Flavor.Identity;

    /// <inheritdoc/>
    public string Source => Origin.Source;

    /// <inheritdoc/>
    public string? Image => Origin.Image;

    /// <summary>Where it was started.</summary>
    internal ServerOrigin Origin { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ServerRequirement> Requirements { get; internal set; } = [];

    /// <inheritdoc/>
    public bool IsVendorOpen { get; internal set; }

    /// <inheritdoc/>
    public async Task<IScratchDatabase> CreateDatabaseAsync(string purpose, CancellationToken cancellationToken)
    {
        var name = ScratchDatabaseNames.New(purpose);
        var database = new MySqlScratchDatabase(_target.WithDatabase(name), _lease);
        database.WriteDown();
        try
        {
            using var connection = await _target.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand($"CREATE DATABASE `{name}` CHARACTER SET utf8mb4", connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch (MySqlException e)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw Describe(e);
        }
        catch
        {
            // The caller gave up, and the server may have made it all the same.
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutsideObject>> LookOutsideAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Surroundings.ReadAsync(_target, cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, _target);
        }
    }

    /// <inheritdoc/>
    /// <remarks>On a server that was given nothing is touched but scratch databases.</remarks>
    public async Task<bool> UndoAsync(OutsideChange change, CancellationToken cancellationToken)
    {
        if (Source == "connection" || !await Surroundings.TryUndoAsync(_target, change, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _undone.Add(change);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
            return;
        }

        // The server stays, and the migrations may have run once more since then: in the round trip, or in tests.
        foreach (var change in _undone)
        {
            await Surroundings.TryUndoAsync(_target.WithTimeouts(UndoSeconds), change, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Connects to a server that runs, and asks what it is.</summary>
    /// <param name="target">Where it is.</param>
    /// <param name="origin">Where it was started.</param>
    /// <param name="lease">Where the databases are recorded; null where they go with the server.</param>
    /// <param name="server">What to dispose with it: the container or process; null for a server that is not ours.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task<MySqlScratchServer> ConnectAsync(
        MySqlTarget target,
        ServerOrigin origin,
        ILease? lease,
        IAsyncDisposable? server,
        CancellationToken cancellationToken)
    {
        // Databases are selected one by one. The one in the connection string is not used and need not exist.
        target = target.WithDatabase(string.Empty);
        try
        {
            using var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new MySqlScratchServer(target, ServerFlavor.Parse(connection.ServerVersion), origin, lease, server);
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, target);
        }
    }

    private MigrateBothException Describe(MySqlException failure) => failure.ErrorCode == MySqlErrorCode.DatabaseAccessDenied
        ? new MigrateBothException(
            ExitCode.Incomplete,
            "mysql-access-denied",
            $"Account '{_target.User}' at {_target.Endpoint} may not create scratch databases: {failure.Message}",
            $"Run: GRANT ALL PRIVILEGES ON {ScratchDatabaseNames.GrantPattern} TO the account. Only databases of that name are made and dropped.",
            failure)
        : MySqlFailures.Describe(failure, _target);
}

/// <summary>Where a server was started, and thereby where its own client is.</summary>
/// <param name="Source"><c>container</c>, <c>local</c> or <c>connection</c>.</param>
internal sealed record ServerOrigin(string Source)
{
    /// <summary>A container's image.</summary>
    public string? Image { get; init; }

    /// <summary>The name or id of the container that it runs in. A port is no substitute: it may be another container's by the time it is asked.</summary>
    public string? Container { get; init; }

    /// <summary>The folder of a local server's executable.</summary>
    public string? Folder { get; init; }
}
