using MigrateBoth.Core.Locks;

namespace MigrateBoth.Core.Tests.Locks;

/// <summary>What servers answer; the node's answer is that of a MariaDB 10.11 with Galera 26.4.</summary>
public sealed class LockReachTests
{
    [Theory]
    [InlineData("a node of a Galera cluster", "wsrep_on=ON", "wsrep_provider=/usr/lib/galera/libgalera_smm.so")]
    [InlineData("several primaries", "group_replication_single_primary_mode=OFF")]
    [InlineData(null, "wsrep_on=OFF", "wsrep_provider=none")]
    [InlineData(null, "wsrep_on=ON", "wsrep_provider=none")]
    [InlineData(null, "group_replication_single_primary_mode=ON")]
    [InlineData(null)]
    public void A_lock_that_counts_on_one_node_only_is_said_so(string? words, params string[] variables)
    {
        var obstacle = LockReach.Obstacle(variables.Select(variable => variable.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]));

        Assert.Equal(words is null, obstacle is null);
        Assert.Contains(words ?? "", obstacle ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1235, "This version of MariaDB doesn't yet support 'GET_LOCK in cluster (WSREP)'")]
    [InlineData(true, 1235, "Advisory functions are not supported in this cluster")]
    [InlineData(true, 1105, "Percona-XtraDB-Cluster prohibits use of GET_LOCK with pxc_strict_mode = ENFORCING")]
    [InlineData(true, 1305, "FUNCTION does not exist")]
    [InlineData(false, 1105, "Unknown error")]
    [InlineData(false, 1205, "Lock wait timeout exceeded; try restarting transaction")]
    [InlineData(false, 1213, "Deadlock found when trying to get lock; try restarting transaction")]
    [InlineData(false, 2013, "Lost connection to server during query")]
    [InlineData(false, null, "Connection refused")]
    public void A_server_that_refuses_the_lock_is_distinguished_from_one_whose_lock_is_taken(bool isRefusal, int? number, string message) =>
        Assert.Equal(isRefusal, LockReach.IsRefusal(number, message));
}
