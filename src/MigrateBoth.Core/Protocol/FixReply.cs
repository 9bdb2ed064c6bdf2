using MigrateBoth.Core.Fixing.Targets;

namespace MigrateBoth.Core.Protocol;

/// <summary>The calls that correct objects.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Code">C# for each object, in the order of the request; null where the model does not have it or no call does it for certain.</param>
public sealed record FixReply(int RequestId, IReadOnlyList<FixCode?> Code) : HostReply(RequestId);
