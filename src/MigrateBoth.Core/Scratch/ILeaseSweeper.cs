namespace MigrateBoth.Core.Scratch;

/// <summary>Knows how to remove one kind of <see cref="LeasedResource"/>.</summary>
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
