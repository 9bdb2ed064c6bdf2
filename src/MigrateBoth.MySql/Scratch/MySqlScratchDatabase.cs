using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Scratch;

/// <summary>A throw-away database, recorded in the lease while it may exist; a server that is ours takes it along.</summary>
internal sealed class MySqlScratchDatabase(MySqlTarget target, ILease? lease) : IScratchDatabase
{
    /// <summary>The kind under which scratch databases are leased; the detail is the server's endpoint.</summary>
    public const string Kind = "database";

    private readonly LeasedResource _resource = new(Kind, target.Database, target.Endpoint);
    private int _isGone;

    public Engine Engine => Engine.MySql;

    public string Name => target.Database;

    public string ConnectionString => target.ToConnectionString();

    public void WriteDown() => lease?.Add(_resource);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isGone, 1) == 0 && await ScratchDatabaseDropper.TryDropAsync(target, Name, CancellationToken.None).ConfigureAwait(false))
        {
            lease?.Release(_resource);
        }
    }
}

/// <summary>How scratch databases are named; no other database is ever dropped.</summary>
internal static partial class ScratchDatabaseNames
{
    /// <summary>What a GRANT has to name so that an account can make and drop them.</summary>
    public const string GrantPattern = @"`migrateboth\_%`.*";

    public static string New(string purpose) => PurposeWord().IsMatch(purpose)
        ? $"migrateboth_{Guid.NewGuid().ToString("N")[..12]}_{purpose}"
        : throw new ArgumentException("The purpose is lower-case letters and digits, at most 30 of them.", nameof(purpose));

    public static bool IsOurs(string name) => OurName().IsMatch(name);

    [GeneratedRegex("^[a-z0-9]{1,30}$")]
    private static partial Regex PurposeWord();

    [GeneratedRegex("^migrateboth_[0-9a-f]{12}_[a-z0-9]{1,30}$")]
    private static partial Regex OurName();
}

/// <summary>Drops a scratch database in bounded time. Never throws: it runs while something else may be failing already.</summary>
internal static class ScratchDatabaseDropper
{
    /// <summary>Also the longest that a transaction which was left open can hold up the end of a command.</summary>
    private const uint Seconds = 10;

    /// <summary>True when it is gone.</summary>
    public static async Task<bool> TryDropAsync(MySqlTarget server, string name, CancellationToken cancellationToken)
    {
        if (!ScratchDatabaseNames.IsOurs(name))
        {
            return false;
        }

        try
        {
            using var connection = await server.WithDatabase(string.Empty).WithTimeouts(Seconds).OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand($"SET SESSION lock_wait_timeout = {Seconds}; DROP DATABASE IF EXISTS `{name}`", connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is MySqlException or OperationCanceledException or InvalidOperationException)
        {
            return false; // The lease keeps it for the next run.
        }
    }
}
