namespace MigrateBoth.Core.Locks;

/// <summary>Determines why EF Core's migration lock on a MySQL or MariaDB server does not exclude every other migrator.</summary>
public static class LockReach
{
    private const int NotAllowedCommand = 1148;
    private const int NotSupportedYet = 1235;
    private const int FeatureDisabled = 1289;
    private const int FunctionMissing = 1305;

    /// <summary>The server variables that tell; a server knows those of its own kind only.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["wsrep_on", "wsrep_provider", "group_replication_single_primary_mode"];

    /// <summary>What two connections that do not see each other's lock show.</summary>
    public const string Spread = "Two connections to it do not see each other's GET_LOCK: a proxy or a load balancer distributes them to different servers.";

    /// <summary>The reason, as a sentence; null where the lock counts for the whole server.</summary>
    /// <param name="variables">The values of <see cref="Variables"/> that the server has.</param>
    public static string? Obstacle(IReadOnlyDictionary<string, string> variables) =>
        IsOn(variables.GetValueOrDefault("wsrep_on")) && variables.GetValueOrDefault("wsrep_provider") is { Length: > 0 } provider && provider != "none"
            ? "It is a node of a Galera cluster (wsrep_on), where GET_LOCK applies to its own node only."
        : variables.TryGetValue("group_replication_single_primary_mode", out var single) && !IsOn(single)
            ? "It is a member of a replication group with several primaries (group_replication_single_primary_mode), where GET_LOCK counts on its own member only."
        : null;

    /// <summary>Whether a server or what is before it refuses the lock, as opposed to not giving it now.</summary>
    /// <param name="number">The error's number, or null.</param>
    /// <param name="message">Its text: Galera answers "GET_LOCK in cluster (WSREP)", Percona's cluster "prohibits use of GET_LOCK", proxies in words of their own.</param>
    public static bool IsRefusal(int? number, string message) =>
        number is NotSupportedYet or NotAllowedCommand or FeatureDisabled or FunctionMissing || message.Contains("_LOCK", StringComparison.OrdinalIgnoreCase);

    private static bool IsOn(string? value) => value is "1" || "ON".Equals(value, StringComparison.OrdinalIgnoreCase);
}
