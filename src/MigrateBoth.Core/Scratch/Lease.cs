using System.Text.Json;
using MigrateBoth.Core.Errors;

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

/// <summary>Something this process started and has to remove, recorded so that a later run can remove it if this one is killed.</summary>
/// <param name="Kind"><c>directory</c>, <c>container</c>, <c>process</c> or <c>database</c>.</param>
/// <param name="Id">A full path, a container id, a process id with its start time, or a database name.</param>
/// <param name="Detail">What a sweeper needs beside the id, such as the server's host and port; never a password.</param>
/// <param name="UnreachableSince">Since when sweeps have found that the server it is on does not answer; null while it does, or it is on none.</param>
public sealed record LeasedResource(string Kind, string Id, string? Detail = null, DateTimeOffset? UnreachableSince = null);

/// <summary>What a lease looks like on disk.</summary>
/// <param name="SchemaVersion">Raised when an older reader would misunderstand.</param>
/// <param name="Process">Whose it is.</param>
/// <param name="Resources">What that process has to remove, oldest first.</param>
internal sealed record LeaseFile(int SchemaVersion, ProcessStamp Process, IReadOnlyList<LeasedResource> Resources)
{
    /// <summary>The version this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads a lease.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static LeaseFile Read(string path)
    {
        var file = JsonSerializer.Deserialize<LeaseFile>(File.ReadAllText(path), Json);
        var isComplete = file is { SchemaVersion: > 0, Process: { Started: not null, Scope: not null }, Resources: not null };
        return isComplete ? file! : throw new JsonException("A member is missing.");
    }

    /// <summary>Writes it whole.</summary>
    public void Write(string path) => PrivateFiles.Write(
        path,
        JsonSerializer.Serialize(this with { Resources = [.. Resources.Select(resource => resource with { Detail = resource.Detail is null ? null : Redaction.MaskSecrets(resource.Detail) })] }, Json));
}
