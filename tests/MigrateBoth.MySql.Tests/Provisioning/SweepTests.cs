using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Provisioning;

/// <summary>A run that was killed has no chance to clean up: the next one does it.</summary>
public static class SweepTests
{
    [Collection(OnDocker.Name)]
    public sealed class Containers
    {
        [Fact]
        public async Task The_container_of_a_killed_run_is_removed_by_the_next()
        {
            using var state = new StateFolder();
            await KilledRun.StartAsync(state, "docker");
            var name = Lease(state, "container").Id;
            Assert.NotNull(await DockerProbe.FindAsync(name));

            var sweep = await SweepAsync(state);

            Assert.Equal(["container"], sweep.Removed.Select(r => r.Kind));
            Assert.Null(await DockerProbe.FindAsync(name));
            Assert.Empty(state.Written);
        }

        [Theory]
        [InlineData(300)]
        [InlineData(600)]
        [InlineData(900)]
        [InlineData(1300)]
        [InlineData(2000)]
        public async Task A_run_that_is_killed_at_any_moment_leaves_nothing_that_the_next_does_not_find(int milliseconds)
        {
            using var state = new StateFolder();
            var id = await KilledRun.StartAsync(state, "docker", executable: null, TimeSpan.FromMilliseconds(milliseconds));

            // The Docker engine finishes creating a requested container, even when the client is gone.
            await Task.Delay(1500);
            await SweepAsync(state);

            Assert.Empty(await DockerProbe.OfProcessAsync(id));
            Assert.Empty(state.Written);
        }

        [Fact]
        public async Task Two_runs_that_sweep_at_once_remove_it_once()
        {
            using var state = new StateFolder();
            await KilledRun.StartAsync(state, "docker");

            var sweeps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SweepAsync(state))));

            Assert.Single(sweeps.SelectMany(s => s.Removed));
            Assert.All(sweeps.Where(s => s.WasSkipped), s => Assert.Empty(s.Removed));
            Assert.Empty(state.Written);
        }
    }

    [Collection(OnThisMachine.Name)]
    public sealed class Processes
    {
        [Fact]
        public async Task The_server_process_and_the_folder_of_a_killed_run_are_removed_by_the_next()
        {
            using var state = new StateFolder();
            await KilledRun.StartAsync(state, "local", TestServers.Mariadbd);
            var process = ProcessStamp.Parse(Lease(state, "process").Id)!;
            var folder = Lease(state, "directory").Id;
            Assert.True(process.IsAlive);

            var sweep = await SweepAsync(state);

            Assert.Equal(["process", "directory"], sweep.Removed.Select(r => r.Kind));
            Assert.False(process.IsAlive);
            Assert.False(Directory.Exists(folder));
            Assert.Empty(state.Written);
        }

        [Theory]
        [InlineData(200)]
        [InlineData(400)]
        [InlineData(600)]
        [InlineData(900)]
        [InlineData(1300)]
        public async Task A_run_that_is_killed_at_any_moment_leaves_nothing_that_the_next_does_not_find(int milliseconds)
        {
            using var state = new StateFolder();
            await KilledRun.StartAsync(state, "local", TestServers.Mariadbd, TimeSpan.FromMilliseconds(milliseconds));
            var written = Written(state);

            await SweepAsync(state);

            Assert.All(written.Where(r => r.Kind == "directory"), r => Assert.False(Directory.Exists(r.Id)));
            Assert.All(written.Where(r => r.Kind == "process"), r => Assert.False(ProcessStamp.Parse(r.Id)!.IsAlive));
            Assert.Empty(state.Written);
        }

        [Fact]
        public async Task A_process_that_was_given_the_same_number_is_left_alone()
        {
            using var bystander = Process.Start("sleep", "60");
            try
            {
                var resource = new LeasedResource("process", (ProcessStamp.Of(bystander.Id)! with { Started = "another-time" }).ToString());

                Assert.True(await MySqlServers.Sweepers(new MySqlServerRequest()).Single(s => s.Kind == "process").SweepAsync(resource, CancellationToken.None));

                Assert.False(bystander.HasExited);
            }
            finally
            {
                bystander.Kill();
            }
        }
    }

    [Collection(OnMySql.Name)]
    public sealed class Databases(MySqlFixture fixture)
    {
        [Fact]
        public async Task The_database_of_a_killed_run_is_dropped_when_its_server_is_given_again()
        {
            using var state = new StateFolder();
            var name = await KilledRun.StartAsync(state, fixture.ConnectionString);
            Assert.DoesNotContain("Password", state.Written, StringComparison.OrdinalIgnoreCase);

            var elsewhere = await SweepAsync(state);
            Assert.Equal([name], elsewhere.Kept.Select(k => k.Resource.Id));
            Assert.NotNull(await FindAsync(name));

            var sweep = await SweepAsync(state, fixture.ConnectionString);
            Assert.Equal([name], sweep.Removed.Select(r => r.Id));
            Assert.Null(await FindAsync(name));
            Assert.Empty(state.Written);
        }

        private Task<object?> FindAsync(string name) =>
            fixture.ScalarAsync($"SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '{name}'");
    }

    public sealed class Reachability : IDisposable
    {
        private readonly TcpListener _server = new(IPAddress.Loopback, 0);

        public Reachability() => _server.Start();

        public void Dispose() => _server.Dispose();

        [Fact]
        public async Task A_server_is_reached_at_any_of_its_hosts()
        {
            var port = ((IPEndPoint)_server.LocalEndpoint).Port;

            Assert.True(await IsReachableAsync($"127.0.0.1:{port}"));
            Assert.True(await IsReachableAsync($"no-such-host.invalid, 127.0.0.1:{port}"));
            _server.Stop();
            Assert.False(await IsReachableAsync($"127.0.0.1:{port}"));
        }

        [Fact]
        public async Task A_server_behind_a_socket_that_is_gone_is_not_reached()
        {
            var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sock");
            using (var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            {
                listener.Bind(new UnixDomainSocketEndPoint(path));
                listener.Listen();
                Assert.True(await IsReachableAsync(path));
            }

            Assert.False(await IsReachableAsync(path));
        }

        private static Task<bool> IsReachableAsync(string server) =>
            MySqlServers.Sweepers(new MySqlServerRequest()).Single(s => s.Kind == "database").IsReachableAsync(new LeasedResource("database", "migrateboth_x", server), CancellationToken.None);
    }

    private static Task<LeaseSweep> SweepAsync(StateFolder state, string? server = null) => state.Leases.SweepAsync(
        MySqlServers.Sweepers(new MySqlServerRequest { Server = server ?? "docker", StateDirectory = state.Path }),
        CancellationToken.None);

    private static LeasedResource Lease(StateFolder state, string kind) => Written(state).Single(r => r.Kind == kind);

    private static List<LeasedResource> Written(StateFolder state) => Path.Combine(state.Path, "leases") is var leases && Directory.Exists(leases)
        ? Directory.GetFiles(leases, "*.json")
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("resources").EnumerateArray())
            .Select(r => new LeasedResource(r.GetProperty("kind").GetString()!, r.GetProperty("id").GetString()!))
            .ToList()
        : [];
}
