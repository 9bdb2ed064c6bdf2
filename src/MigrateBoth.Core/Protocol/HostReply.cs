namespace MigrateBoth.Core.Protocol;

/// <summary>The last message of a request.</summary>
/// <param name="RequestId">The request it answers.</param>
public abstract record HostReply(int RequestId) : HostMessage;
