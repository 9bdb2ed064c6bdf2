using System.Collections.Concurrent;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>Remembers everything that was ever recorded, and what was not crossed off.</summary>
internal sealed class WatchedLease : ILease
{
    private readonly ConcurrentDictionary<LeasedResource, bool> _held = new();

    public IReadOnlyList<LeasedResource> Ever => [.. _held.Keys];

    public IReadOnlyList<LeasedResource> Held => [.. _held.Where(r => r.Value).Select(r => r.Key)];

    public void Add(LeasedResource resource) => _held[resource] = true;

    public void Release(LeasedResource resource) => _held[resource] = false;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
