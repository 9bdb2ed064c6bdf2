namespace MigrateBoth.Core.Protocol;

/// <summary>The tool's first line.</summary>
/// <param name="Protocol">The version it speaks; see <see cref="ProtocolVersion"/>.</param>
/// <param name="Session">What the host works on.</param>
public sealed record ToolGreeting(int Protocol, HostSession Session) : ToolMessage;
