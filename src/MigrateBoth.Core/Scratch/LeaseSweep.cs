namespace MigrateBoth.Core.Scratch;

/// <summary>What a sweep did.</summary>
/// <param name="Removed">What dead processes had left and is gone now.</param>
/// <param name="Kept">What is still there and will be tried again.</param>
/// <param name="Unreadable">Lease files that nobody can read; each was moved aside to the path given here.</param>
/// <param name="GivenUp">What is not tried again: its server has been unreachable for a day, or the user said so.</param>
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
