using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>The migrations of one engine.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="History">The answer.</param>
public sealed record HistoryReply(int RequestId, EngineHistory History) : HostReply(RequestId);
