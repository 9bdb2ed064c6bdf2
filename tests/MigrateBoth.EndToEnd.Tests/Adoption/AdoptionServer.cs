using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Adoption;

/// <summary>One MySQL for all applications: what is tested here is what the applications are, not how a server is had.</summary>
public sealed class AdoptionServer : IAsyncLifetime
{
    private OwnServer? _server;

    /// <summary>For <c>--mysql</c>.</summary>
    public string ConnectionString => _server!.ConnectionString;

    public async Task InitializeAsync() => _server = await OwnServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }
}
