using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Tests.Scratch;

/// <summary>A sweeper that writes down what it was asked to remove and answers what the test wants.</summary>
internal sealed class RecordingSweeper(string kind, Func<LeasedResource, bool> answer) : ILeaseSweeper
{
    public List<string> Asked { get; } = [];

    public string Kind => kind;

    public bool IsReachable { get; init; } = true;

    public Task<bool> IsReachableAsync(LeasedResource resource, CancellationToken cancellationToken) => Task.FromResult(IsReachable);

    public Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        Asked.Add(resource.Id);
        return Task.FromResult(answer(resource));
    }
}
