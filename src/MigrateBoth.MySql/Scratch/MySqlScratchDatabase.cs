using MigrateBoth.Core;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Scratch;

/// <summary>A throw-away database, written down in the lease while it may exist; a server that is ours takes it along.</summary>
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
