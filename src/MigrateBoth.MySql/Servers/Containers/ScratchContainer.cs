using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>How our containers are named; no other is ever removed.</summary>
internal static class ContainerName
{
    private const string Prefix = "migrateboth-";

    public static string New() => Prefix + Guid.NewGuid().ToString("N")[..16];

    public static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}

/// <summary>A container of ours, recorded before it is made and crossed off when it is gone. Disposing never throws.</summary>
internal sealed class ScratchContainer : IAsyncDisposable
{
    private readonly DockerEngine _engine;
    private readonly ILease _lease;
    private readonly LeasedResource _resource;
    private int _isGone;

    public ScratchContainer(DockerEngine engine, ILease lease)
    {
        _engine = engine;
        _lease = lease;
        _resource = new LeasedResource("container", ContainerName.New());
        lease.Add(_resource);
    }

    public string Name => _resource.Id;

    /// <summary>Crosses it off without removing it: it outlives this process.</summary>
    public void Detach()
    {
        if (Interlocked.Exchange(ref _isGone, 1) == 0)
        {
            _lease.Release(_resource);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isGone, 1) != 0)
        {
            return;
        }

        using var client = _engine.CreateClient();
        if (await ContainerRemover.TryRemoveAsync(client, Name, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
        {
            _lease.Release(_resource);
        }
    }
}
