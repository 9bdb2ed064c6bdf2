namespace MigrateBoth.Core.Protocol;

/// <summary>A request is alive.</summary>
/// <param name="RequestId">The request it belongs to.</param>
/// <param name="Progress">What is being done.</param>
public sealed record ProgressReport(int RequestId, HostProgress Progress) : HostMessage;
