using System.Diagnostics;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Tests.Servers;
using MySqlConnector;
using Xunit.Abstractions;

namespace MigrateBoth.MySql.Tests.Provisioning;

[Collection(OnThisMachine.Name)]
public sealed class LocalServerTests(ITestOutputHelper output)
{
    public static TheoryData<string> Vendors { get; } = [ServerFlavor.MySql, ServerFlavor.MariaDb];

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task A_process_answers_and_is_gone_with_its_folder_after_dispose(string vendor)
    {
        var lease = new WatchedLease();
        var clock = Stopwatch.StartNew();
        await using var server = await StartAsync(Executable(vendor), lease);
        output.WriteLine($"{server.Identity} ready after {clock.ElapsedMilliseconds} ms");

        Assert.Equal((vendor, "local", null), (server.Identity.Vendor, server.Source, server.Image));
        var process = ProcessStamp.Parse(lease.Held.Single(r => r.Kind == "process").Id)!;
        var folder = lease.Held.Single(r => r.Kind == "directory").Id;
        Assert.True(process.IsAlive);
        Assert.True(Directory.Exists(folder));

        await server.DisposeAsync();

        Assert.False(process.IsAlive);
        Assert.False(Directory.Exists(folder));
        Assert.Empty(lease.Held);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task The_server_requires_the_password(string vendor)
    {
        await using var server = await StartAsync(Executable(vendor), new WatchedLease());
        await using var database = await server.CreateDatabaseAsync("closed", CancellationToken.None);
        var intruder = new MySqlConnectionStringBuilder(database.ConnectionString) { Password = string.Empty };

        await using var connection = new MySqlConnection(intruder.ConnectionString);
        var error = await Assert.ThrowsAsync<MySqlException>(() => connection.OpenAsync());

        Assert.Equal(MySqlErrorCode.AccessDenied, error.ErrorCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(700)]
    [InlineData(2500)]
    public async Task Cancelling_at_any_moment_leaves_no_process_and_no_folder(int milliseconds)
    {
        var lease = new WatchedLease();
        using var cancellation = new CancellationTokenSource(milliseconds);

        try
        {
            await using var server = await StartAsync(TestServers.Mysqld!, lease, cancellationToken: cancellation.Token);
        }
        catch (OperationCanceledException)
        {
        }

        Assert.Empty(lease.Held);
        Assert.All(lease.Ever.Where(r => r.Kind == "directory"), r => Assert.False(Directory.Exists(r.Id)));
        Assert.All(lease.Ever.Where(r => r.Kind == "process"), r => Assert.False(ProcessStamp.Parse(r.Id)!.IsAlive));
    }

    private Task<MySqlScratchServer> StartAsync(string executable, WatchedLease lease, CancellationToken cancellationToken = default) =>
        MySqlServers.StartAsync(TestServers.LocalRequest(executable), lease, new ProgressLog(output), cancellationToken);

    private static string Executable(string vendor) => (vendor == ServerFlavor.MariaDb ? TestServers.Mariadbd : TestServers.Mysqld)!;
}
