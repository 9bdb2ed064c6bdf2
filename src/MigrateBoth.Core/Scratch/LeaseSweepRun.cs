using System.Text.Json;

namespace MigrateBoth.Core.Scratch;

/// <summary>Removes one kind of <see cref="LeasedResource"/>.</summary>
public interface ILeaseSweeper
{
    /// <summary>The <see cref="LeasedResource.Kind"/> it removes.</summary>
    string Kind { get; }

    /// <summary>Removes the resource if it is still there and still ours.</summary>
    /// <returns>True when it is gone; false when it could not be removed now and is worth another try.</returns>
    Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken);

    /// <summary>Whether the server that the resource is on answers. It is asked when the resource could not be removed.</summary>
    Task<bool> IsReachableAsync(LeasedResource resource, CancellationToken cancellationToken) => Task.FromResult(true);
}

/// <summary>What a sweep did.</summary>
/// <param name="Removed">Resources of dead processes that were removed.</param>
/// <param name="Kept">Resources that could not be removed; the next sweep tries again.</param>
/// <param name="Unreadable">Lease files that could not be read; each was moved to the path given here.</param>
/// <param name="GivenUp">Resources that are not tried again: the server has been unreachable for a day, or the user gave them up.</param>
/// <param name="WasSkipped">True when another run was sweeping at this moment, so that this one did nothing.</param>
public sealed record LeaseSweep(
    IReadOnlyList<LeasedResource> Removed,
    IReadOnlyList<KeptResource> Kept,
    IReadOnlyList<string> Unreadable,
    IReadOnlyList<LeasedResource> GivenUp,
    bool WasSkipped = false);

/// <summary>A resource that a sweep could not remove.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Reason">Why it is still there.</param>
public sealed record KeptResource(LeasedResource Resource, string Reason);

/// <summary>One sweep over the lease files, file by file.</summary>
internal sealed class LeaseSweepRun(IReadOnlyDictionary<string, ILeaseSweeper> sweepers, TimeProvider clock, bool forget)
{
    /// <summary>A server that is only being restarted is back before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly List<LeasedResource> _removed = [];
    private readonly List<KeptResource> _kept = [];
    private readonly List<string> _unreadable = [];
    private readonly List<LeasedResource> _givenUp = [];

    // One server may hold many leftovers: a command does not wait for each of them.
    private readonly HashSet<(string Kind, string? Server)> _unreachable = [];

    public LeaseSweep Result => new(_removed, _kept, _unreadable, _givenUp);

    public async Task SweepFileAsync(string path, CancellationToken cancellationToken)
    {
        if (TryRead(path) is not { SchemaVersion: LeaseFile.CurrentVersion } lease || !lease.Process.IsLocal || lease.Process.IsAlive)
        {
            return;
        }

        var left = lease.Resources.ToList();
        try
        {
            // Newest first: a server goes before the folder it runs in.
            foreach (var resource in lease.Resources.Reverse())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await TryRemoveAsync(resource, cancellationToken).ConfigureAwait(false) is { } reason)
                {
                    var place = left.IndexOf(resource);
                    left.RemoveAt(place);
                    if (await KeepAsync(resource, reason, cancellationToken).ConfigureAwait(false) is { } kept)
                    {
                        left.Insert(place, kept);
                    }
                }
                else
                {
                    _removed.Add(resource);
                    left.Remove(resource);
                }
            }
        }
        finally
        {
            Save(lease with { Resources = left }, path);
        }
    }

    private static void Save(LeaseFile lease, string path)
    {
        if (lease.Resources.Count == 0)
        {
            File.Delete(path);
        }
        else
        {
            lease.Write(path);
        }
    }

    /// <summary>The resource as it stays recorded; null when it is given up.</summary>
    private async Task<LeasedResource?> KeepAsync(LeasedResource resource, string reason, CancellationToken cancellationToken)
    {
        var isReachable = await IsReachableAsync(resource, cancellationToken).ConfigureAwait(false);
        DateTimeOffset? since = isReachable ? null : resource.UnreachableSince ?? clock.GetUtcNow();
        if ((forget && resource.Detail is not null) || clock.GetUtcNow() - since >= Patience)
        {
            _givenUp.Add(resource);
            return null;
        }

        var kept = resource with { UnreachableSince = since };
        _kept.Add(new KeptResource(kept, since is null ? reason : $"{resource.Detail} has not answered since {since:yyyy-MM-dd HH:mm} UTC"));
        return kept;
    }

    private async Task<bool> IsReachableAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        if (!sweepers.TryGetValue(resource.Kind, out var sweeper))
        {
            return true;
        }

        try
        {
            if (!_unreachable.Contains((resource.Kind, resource.Detail)) && await sweeper.IsReachableAsync(resource, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            _unreachable.Add((resource.Kind, resource.Detail));
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return true; // It cannot be asked: nothing is given up for that.
        }
    }

    /// <summary>Null when the resource is gone, else the reason why it is not.</summary>
    private async Task<string?> TryRemoveAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        if (!sweepers.TryGetValue(resource.Kind, out var sweeper))
        {
            return $"there is no sweeper for a {resource.Kind}";
        }

        if (_unreachable.Contains((resource.Kind, resource.Detail)))
        {
            return "its server does not answer";
        }

        try
        {
            return await sweeper.SweepAsync(resource, cancellationToken).ConfigureAwait(false) ? null : "it could not be removed now";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One thing that cannot be removed must not keep the others, nor the command that the user really asked for.
            return e.Message;
        }
    }

    private LeaseFile? TryRead(string path)
    {
        try
        {
            return LeaseFile.Read(path);
        }
        catch (FileNotFoundException)
        {
            return null; // Its process has just finished.
        }
        catch (JsonException)
        {
            var aside = Path.ChangeExtension(path, ".unreadable");
            File.Move(path, aside, overwrite: true);
            _unreadable.Add(aside);
            return null;
        }
    }
}
