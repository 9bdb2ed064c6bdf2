namespace MigrateBoth.Core.Scratch;

/// <summary>A temporary folder of this process, readable by its owner only. Disposing removes it and never throws.</summary>
public sealed class ScratchDirectory : IDisposable
{
    /// <summary>How the names of such folders begin; nothing else is ever removed.</summary>
    internal const string Prefix = "migrateboth-";

    /// <summary>The file that says that a folder of such a name is ours and not one that a person made.</summary>
    internal const string Marker = ".migrateboth";

    private readonly ILease _lease;
    private readonly LeasedResource _resource;
    private bool _isDetached;

    private ScratchDirectory(ILease lease, LeasedResource resource) => (_lease, _resource) = (lease, resource);

    /// <summary>The kind under which such folders are leased.</summary>
    public static string Kind => "directory";

    /// <summary>The folder's full path.</summary>
    public string Path => _resource.Id;

    /// <summary>Creates a folder with a unique name. It is empty except for a hidden marker file, by which a later run recognizes it.</summary>
    /// <param name="lease">The lease in which the folder is recorded before it is created.</param>
    /// <param name="purpose">A short word for its name: lower-case letters and digits.</param>
    /// <param name="parent">The folder to make it in, or null for the temporary folder.</param>
    /// <exception cref="IOException">It cannot be made; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made; nothing is left behind.</exception>
    public static ScratchDirectory Create(ILease lease, string purpose, string? parent = null)
    {
        ArgumentNullException.ThrowIfNull(lease);

        // Short, because a Unix socket inside it may be 107 characters in all.
        var name = $"{Prefix}{Guid.NewGuid().ToString("N")[..10]}-{purpose}";
        var resource = new LeasedResource(Kind, System.IO.Path.GetFullPath(System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), name)));
        var directory = new ScratchDirectory(lease, resource);
        lease.Add(resource);
        try
        {
            PrivateFiles.CreateDirectory(resource.Id);
            File.WriteAllBytes(System.IO.Path.Combine(resource.Id, Marker), []);
            return directory;
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Removes the folder from the lease without deleting it. The caller becomes responsible for deleting it.</summary>
    public void Detach()
    {
        _isDetached = true;
        _lease.Release(_resource);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDetached && DirectorySweeper.TryRemove(Path))
        {
            _lease.Release(_resource);
        }
    }
}
