using System.Text.Json;

namespace MigrateBoth.Core.Scratch;

/// <summary>One sweep over the lease files, file by file.</summary>
internal sealed class LeaseSweepRun(IReadOnlyDictionary<string, ILeaseSweeper> sweepers, TimeProvider clock, bool forget)
{
    /// <summary>A server that is only being restarted is back before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly List<LeasedResource> _removed = [];
    private readonly List<KeptResource> _kept = [];
    private readonly List<string> _unreadable = [];
    private readonly List<LeasedResource> _givenUp = [];

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

    /// <summary>The resource as it stays written down; null when it is given up.</summary>
    private async Task<LeasedResource?> KeepAsync(LeasedResource resource, string reason, CancellationToken cancellationToken)
    {
        var isReachable = !sweepers.TryGetValue(resource.Kind, out var sweeper)
            || await sweeper.IsReachableAsync(resource, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Null when the resource is gone, else the reason why it is not.</summary>
    private async Task<string?> TryRemoveAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        if (!sweepers.TryGetValue(resource.Kind, out var sweeper))
        {
            return $"nothing here removes a {resource.Kind}";
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
