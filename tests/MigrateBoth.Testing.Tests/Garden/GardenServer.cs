using MigrateBoth.Testing.Recording;
using MigrateBoth.Testing.Servers;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing.Tests.Garden;

/// <summary>Either engine with garden databases, as <see cref="ParityDatabase{TContext}"/> uses it.</summary>
internal sealed class GardenServer(ITestServer server) : IDisposable
{
    private readonly Lazy<ITestTemplate> _template = new(() => server.CreateTemplate(connectionString =>
    {
        using var context = NewContext(server, connectionString, []);
        context.Database.Migrate();
    }));

    public ITestServer Server => server;

    public ITestDatabase CreateDatabase() => _template.Value.CreateDatabase();

    public GardenContext NewContext(ITestDatabase database, DatabaseRecorder? recorder = null) =>
        NewContext(server, database.ConnectionString, recorder is null ? [] : RecordingInterceptors.For(recorder));

    public void Dispose() => server.Dispose();

    private static GardenContext NewContext(ITestServer server, string connectionString, IReadOnlyList<IInterceptor> interceptors) =>
        new ContextSource<GardenContext>(new ParityOptions<GardenContext>(), new ParityConnection(server, connectionString, interceptors)).Create();
}
