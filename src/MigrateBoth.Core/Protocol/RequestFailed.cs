namespace MigrateBoth.Core.Protocol;

/// <summary>The request could not be answered.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Error">Why.</param>
public sealed record RequestFailed(int RequestId, HostError Error) : HostReply(RequestId);
