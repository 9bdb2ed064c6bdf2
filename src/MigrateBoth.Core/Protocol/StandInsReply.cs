namespace MigrateBoth.Core.Protocol;

/// <summary>What was created in place of another context's tables.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Tables">Their names.</param>
public sealed record StandInsReply(int RequestId, IReadOnlyList<string> Tables) : HostReply(RequestId);
