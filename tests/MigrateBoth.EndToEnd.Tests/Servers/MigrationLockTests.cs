using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Servers;

/// <summary>Servers on which EF Core's migration lock is forbidden or says nothing: <c>apply</c> says so, and <c>--no-lock</c> goes without.</summary>
[Collection(WithMarket.Name)]
public sealed class MigrationLockTests(MarketApplication market)
{
    private const string Galera = "/usr/lib/galera/libgalera_smm.so";

    [ServerTheory("mysql")]
    [Trait("Category", "Long")]
    [InlineData(1235, "This version of MariaDB doesn't yet support 'GET_LOCK in cluster (WSREP)'")]
    [InlineData(1105, "Percona-XtraDB-Cluster prohibits use of GET_LOCK with pxc_strict_mode = ENFORCING")]
    [InlineData(1235, "Advisory functions are not supported")]
    public async Task A_refused_lock_is_named_and_can_be_gone_without(ushort number, string message)
    {
        await using var server = await LocalServer.StartAsync("mysql");
        await server.ScalarAsync("CREATE DATABASE live");
        using var proxy = new RefusingProxy(server.Database(string.Empty), "GET_LOCK(", number, message);

        var refused = await market.Sandbox.RunAsync("apply", "--no-build", "--mysql", proxy.Database("live"));
        var applied = await market.Sandbox.RunAsync("apply", "--no-build", "--mysql", proxy.Database("live"), "--no-lock");

        Assert.True(refused.ExitCode == 2, refused.ToString());
        Assert.Contains($"The server refuses it: {message}", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.Contains("'apply --no-lock' works without it", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.True(applied.ExitCode == 0, applied.ToString());
        Assert.Contains("a second migrator is not excluded", applied.Error, StringComparison.Ordinal);
        Assert.Equal(1L, await server.ScalarAsync("SELECT COUNT(*) FROM live.__EFMigrationsHistory"));
    }

    /// <summary>A cluster of one node; what it says of itself is what each of several says.</summary>
    [GaleraFact]
    [Trait("Category", "Long")]
    public async Task A_node_of_a_Galera_cluster_is_distinguished_from_a_single_server()
    {
        await using var node = await LocalServer.StartAsync(
            "mariadb",
            "--binlog-format=ROW",
            "--innodb-autoinc-lock-mode=2",
            "--wsrep-on=ON",
            $"--wsrep-provider={Galera}",
            "--wsrep-cluster-address=gcomm://",
            "--wsrep-new-cluster",
            "--wsrep-node-address=127.0.0.1",
            "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:0");
        await node.ScalarAsync("CREATE DATABASE live");

        // The application's collation is not MariaDB 10.11's, so that nothing is applied here.
        var planned = await market.Sandbox.RunAsync("apply", "--no-build", "--dry-run", "--mysql", node.Database("live"));

        Assert.True(planned.ExitCode == 0, planned.ToString());
        Assert.Contains("a node of a Galera cluster", planned.Error, StringComparison.Ordinal);
        Assert.Contains("--no-lock", planned.Error, StringComparison.Ordinal);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class GaleraFactAttribute : FactAttribute
    {
        public GaleraFactAttribute()
        {
            if (!File.Exists(Galera) || LocalServer.Executable("mariadb") is null)
            {
                Skip = "needs mariadbd and Debian's package galera-4";
            }
        }
    }
}
