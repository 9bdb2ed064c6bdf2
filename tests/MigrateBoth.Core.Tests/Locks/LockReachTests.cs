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
}
