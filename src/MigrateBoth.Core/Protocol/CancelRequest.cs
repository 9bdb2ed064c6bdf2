namespace MigrateBoth.Core.Protocol;

/// <summary>Stop a request; it still gets its reply. Closing the pipe stops all of them and ends the host.</summary>
/// <param name="RequestId">The request.</param>
public sealed record CancelRequest(int RequestId) : ToolMessage;
