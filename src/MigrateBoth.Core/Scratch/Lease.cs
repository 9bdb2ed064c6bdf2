namespace MigrateBoth.Core.Scratch;

/// <summary>A lease of this process: a file that exists while there is something to remove.</summary>
internal sealed class Lease(string path) : ILease
{
    private readonly object _gate = new();
    private readonly List<LeasedResource> _resources = [];

    public void Add(LeasedResource resource)
    {
        lock (_gate)
        {
            _resources.Add(resource);
            Save();
        }
    }

    public void Release(LeasedResource resource)
    {
        lock (_gate)
        {
            if (_resources.Remove(resource))
            {
                Save();
            }
        }
    }

    /// <summary>Nothing to do: a file without resources is gone already, and what could not be removed is left for a later run to sweep.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Save()
    {
        if (_resources.Count == 0)
        {
            File.Delete(path);
        }
        else
        {
            new LeaseFile(LeaseFile.CurrentVersion, ProcessStamp.Current, [.. _resources]).Write(path);
        }
    }
}
