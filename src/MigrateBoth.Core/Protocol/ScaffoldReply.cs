namespace MigrateBoth.Core.Protocol;

/// <summary>One side of a new migration.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Migration">The answer.</param>
public sealed record ScaffoldReply(int RequestId, ScaffoldedMigration Migration) : HostReply(RequestId);
