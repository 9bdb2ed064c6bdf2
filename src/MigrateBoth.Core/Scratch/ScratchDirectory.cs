namespace MigrateBoth.Core.Scratch;

/// <summary>A temporary folder of this process, readable by its owner only. Disposing removes it and never throws.</summary>
public sealed class ScratchDirectory : IDisposable
{
    /// <summary>How the names of such folders begin; nothing else is ever removed.</summary>
    internal const string Prefix = "migrateboth-";

    private readonly ILease _lease;
    private readonly LeasedResource _resource;

    private ScratchDirectory(ILease lease, LeasedResource resource) => (_lease, _resource) = (lease, resource);

    /// <summary>The kind under which such folders are leased.</summary>
    public static string Kind => "directory";

    /// <summary>The folder's full path.</summary>
    public string Path => _resource.Id;

    /// <summary>Makes an empty folder that nobody else has.</summary>
    /// <param name="lease">Where it is written down before it is made.</param>
    /// <param name="purpose">A short word for its name.</param>
    public static ScratchDirectory Create(ILease lease, string purpose)
    {
        ArgumentNullException.ThrowIfNull(lease);

        // Short, because a Unix socket inside it may be 107 characters in all.
        var name = $"{Prefix}{Guid.NewGuid().ToString("N")[..10]}-{purpose}";
        var resource = new LeasedResource(Kind, System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetTempPath(), name)));
        lease.Add(resource);
        PrivateFiles.CreateDirectory(resource.Id);
        return new ScratchDirectory(lease, resource);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (DirectorySweeper.TryRemove(Path))
        {
            _lease.Release(_resource);
        }
    }
}
