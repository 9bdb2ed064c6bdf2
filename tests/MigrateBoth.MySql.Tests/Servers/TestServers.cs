using System.Collections.Concurrent;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Containers;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>The servers that the tests of this assembly share, started when the first test of a collection wants one.</summary>
internal static class TestServers
{
    private const string Mariadbd11Variable = "MIGRATEBOTH_TEST_MARIADBD_11";

    private static readonly ConcurrentDictionary<string, Lazy<Task<StartedServer>>> Started = new(StringComparer.Ordinal);

    /// <summary>Whether the environment announces its servers: a missing server is then a failure.</summary>
    public static bool AreRequired => Environment.GetEnvironmentVariable("MIGRATEBOTH_REQUIRE_MYSQL") == "1";

    /// <summary>Whether the server of a collection is announced. The tests of a server that was not announced are skipped.</summary>
    public static bool AreRequiredFor(string collection) =>
        AreRequired && (collection != OnMariaDb11.Name || Environment.GetEnvironmentVariable(Mariadbd11Variable) is { Length: > 0 });

    /// <summary>A real mysqld and a real mariadbd of this machine, or null.</summary>
    public static string? Mysqld => Existing(Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MYSQLD"));

    public static string? Mariadbd => Existing(Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MARIADBD") ?? "/usr/sbin/mariadbd");

    /// <summary>A mariadbd of series 11.8; only eng/mysql/ensure-local.sh brings one.</summary>
    public static string? Mariadbd11 => Existing(Environment.GetEnvironmentVariable(Mariadbd11Variable));

    /// <summary>The image of the container tests.</summary>
    public static string Image => new MySqlServerRequest().EffectiveImage;

    /// <summary>Why the tests of this collection cannot run here, or null.</summary>
    public static async Task<string?> WhyMissingAsync(string collection)
    {
        try
        {
            switch (collection)
            {
                case OnMySql.Name or OnMariaDb.Name or OnMariaDb11.Name:
                    await GetAsync(collection);
                    return null;
                case OnDocker.Name:
                    using (var client = (await DockerEngine.ConnectAsync(CancellationToken.None)).CreateClient())
                    {
                        await client.Images.InspectImageAsync(Image);
                    }

                    return null;
                case OnThisMachine.Name:
                    return Mysqld is null || Mariadbd is null ? "MIGRATEBOTH_TEST_MYSQLD or MIGRATEBOTH_TEST_MARIADBD is not set: run eng/mysql/ensure-local.sh" : null;
                default:
                    return null;
            }
        }
        catch (Exception e) when (e is MigrateBothException or Docker.DotNet.DockerApiException)
        {
            return e.Message;
        }
    }

    /// <summary>The shared server of a collection.</summary>
    public static Task<StartedServer> GetAsync(string collection) =>
        Started.GetOrAdd(collection, name => new Lazy<Task<StartedServer>>(() => name switch
        {
            OnMySql.Name => StartMySqlAsync(),
            OnMariaDb11.Name => StartMariaDbAsync(Mariadbd11),
            _ => StartMariaDbAsync(Mariadbd),
        })).Value;

    /// <summary>A request for a local server of the given executable.</summary>
    public static MySqlServerRequest LocalRequest(string? executable) => new()
    {
        Server = "local",
        Environment = name => name switch
        {
            MySqlServerRequest.ExecutableVariable => executable,
            MySqlServerRequest.ImageVariable => null, // The image that the other tests use would be required of this server too.
            _ => Environment.GetEnvironmentVariable(name),
        },
    };

    /// <summary>Whatever the product finds by itself, as long as it is a MySQL.</summary>
    private static async Task<StartedServer> StartMySqlAsync()
    {
        var found = await StartAsync(new MySqlServerRequest());
        if (found.Server.Flavor.Vendor == ServerFlavor.MySql)
        {
            return found;
        }

        await found.DisposeAsync();
        return await StartAsync(LocalRequest(Mysqld ?? throw Missing("There is only a MariaDB: run eng/mysql/ensure.sh.")));
    }

    /// <summary>A MariaDB of this machine that the caller ends.</summary>
    public static Task<StartedServer> StartMariaDbAsync(string? executable) => StartAsync(LocalRequest(executable ?? throw Missing("There is no mariadbd: run eng/mysql/ensure-local.sh.")));

    private static MigrateBothException Missing(string message) => new(ExitCode.Incomplete, "test-server-missing", message);

    private static async Task<StartedServer> StartAsync(MySqlServerRequest request)
    {
        var state = Directory.CreateTempSubdirectory("mysql-tests-").FullName;
        try
        {
            var server = await MySqlServers.StartAsync(request with { StateDirectory = state }, new LeaseStore(state).Open(), new Progress<string>(), CancellationToken.None);
            return new StartedServer(server, state);
        }
        catch
        {
            Directory.Delete(state, recursive: true);
            throw;
        }
    }

    private static string? Existing(string? path) => File.Exists(path) ? path : null;
}

/// <summary>A server and the folder that its lease is kept in.</summary>
internal sealed class StartedServer(MySqlScratchServer server, string stateDirectory) : IAsyncDisposable
{
    public MySqlScratchServer Server => server;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        var leases = Directory.GetFiles(stateDirectory, "*.json", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Directory.Delete(stateDirectory, recursive: true);
        Assert.True(leases.Count == 0, $"Left behind: {string.Concat(leases)}");
    }
}
