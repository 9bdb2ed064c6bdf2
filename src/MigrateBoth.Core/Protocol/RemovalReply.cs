namespace MigrateBoth.Core.Protocol;

/// <summary>What removing the last migration of one side would do.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Removal">The answer; null when there is no migration.</param>
public sealed record RemovalReply(int RequestId, MigrationRemoval? Removal) : HostReply(RequestId);
