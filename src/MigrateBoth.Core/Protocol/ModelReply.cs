using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>The model and migrations of one engine.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Model">The answer.</param>
public sealed record ModelReply(int RequestId, EngineModel Model) : HostReply(RequestId);
