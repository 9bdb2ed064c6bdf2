using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Core.Protocol;

/// <summary>Where one engine's migrations and model are written.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Origins">The answer.</param>
public sealed record OriginsReply(int RequestId, EngineOrigins Origins) : HostReply(RequestId);
