namespace MigrateBoth.Core.Protocol;

/// <summary>What applying would do.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Plan">The answer.</param>
public sealed record PlanReply(int RequestId, MigrationPlan Plan) : HostReply(RequestId);
