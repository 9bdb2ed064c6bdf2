namespace MigrateBoth.Core.Protocol;

/// <summary>What applying did.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Run">The answer.</param>
public sealed record RunReply(int RequestId, MigrationRun Run) : HostReply(RequestId);
