using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Scratch;

/// <summary>A running MySQL or MariaDB server on which throw-away databases are made, wherever it came from.</summary>
public sealed class MySqlScratchServer : IScratchServer
{
    private readonly MySqlTarget _target;
    private readonly ILease? _lease;
    private readonly IAsyncDisposable? _server;

    private MySqlScratchServer(MySqlTarget target, ServerFlavor flavor, string source, string? image, ILease? lease, IAsyncDisposable? server)
    {
        _target = target;
        _lease = lease;
        _server = server;
        Flavor = flavor;
        Source = source;
        Image = image;
    }

    /// <inheritdoc/>
    public Engine Engine => Engine.MySql;

    /// <summary>What the server is and can do.</summary>
    public ServerFlavor Flavor { get; }

    /// <inheritdoc/>
    public ServerIdentity Identity => Flavor.Identity;

    /// <inheritdoc/>
    public string Source { get; }

    /// <inheritdoc/>
    public string? Image { get; }

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
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Connects to a server that runs, and asks what it is.</summary>
    /// <param name="target">Where it is.</param>
    /// <param name="source"><c>container</c>, <c>local</c> or <c>connection</c>.</param>
    /// <param name="image">The image of a container.</param>
    /// <param name="lease">Where the databases are written down; null where they go with the server.</param>
    /// <param name="server">What to dispose with it: the container or process; null for a server that is not ours.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task<MySqlScratchServer> ConnectAsync(
        MySqlTarget target,
        string source,
        string? image,
        ILease? lease,
        IAsyncDisposable? server,
        CancellationToken cancellationToken)
    {
        // Its databases are chosen one by one; the one that was named is nobody's business here and need not exist.
        target = target.WithDatabase(string.Empty);
        try
        {
            using var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new MySqlScratchServer(target, ServerFlavor.Parse(connection.ServerVersion), source, image, lease, server);
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
