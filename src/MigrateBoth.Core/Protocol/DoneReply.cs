namespace MigrateBoth.Core.Protocol;

/// <summary>Done, with nothing to tell.</summary>
/// <param name="RequestId">The request it answers.</param>
public sealed record DoneReply(int RequestId) : HostReply(RequestId);
