namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A second name of an image; disposing takes the name away and leaves the image.</summary>
internal sealed record ImageName(string Name) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await DockerCommand.RunAsync("rmi", "--no-prune", Name);
}
