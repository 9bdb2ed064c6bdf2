using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>The operations of one engine's migrations.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Migrations">The answer, in the order of the history.</param>
public sealed record OperationsReply(int RequestId, IReadOnlyList<MigrationOperations> Migrations) : HostReply(RequestId);
