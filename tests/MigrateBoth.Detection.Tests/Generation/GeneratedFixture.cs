using MigrateBoth.Core;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Sqlite;

namespace MigrateBoth.Detection.Tests.Generation;

/// <summary>The application whose models are generated, and both servers, for all tests of them.</summary>
public sealed class GeneratedFixture : IAsyncLifetime
{
    private readonly string _stateDirectory = Directory.CreateTempSubdirectory("migrateboth-detection-").FullName;
    private readonly Dictionary<Engine, IScratchServer> _servers = [];

    internal GeneratedApplication Application { get; private set; } = null!;

    internal IReadOnlyDictionary<Engine, IScratchServer> Servers => _servers;

    public async Task InitializeAsync()
    {
        var lease = new LeaseStore(_stateDirectory).Open();
        _servers[Engine.Sqlite] = SqliteScratchServer.Start(lease);
        var request = new MySqlServerRequest { Server = MySqlAvailability.Server, StateDirectory = _stateDirectory };
        _servers[Engine.MySql] = await MySqlServers.StartAsync(request, lease, new Progress<string>(), CancellationToken.None);
        Application = await GeneratedApplication.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (Application is not null)
        {
            await Application.DisposeAsync();
        }

        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(_stateDirectory, recursive: true);
    }
}
