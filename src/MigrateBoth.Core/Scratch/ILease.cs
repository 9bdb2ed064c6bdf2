namespace MigrateBoth.Core.Scratch;

/// <summary>
/// The list of what this process has to remove, kept on disk while the process lives. A later run reads the leases of
/// processes that are gone and sweeps what they left.
/// </summary>
public interface ILease : IAsyncDisposable
{
    /// <summary>Writes the resource down; call it before the resource is made, or in the same breath.</summary>
    void Add(LeasedResource resource);

    /// <summary>Crosses the resource off; call it once it is gone.</summary>
    void Release(LeasedResource resource);
}
