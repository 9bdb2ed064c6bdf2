namespace MigrateBoth.Core.Protocol;

/// <summary>A question to the host. Requests run at once; each ends with exactly one <see cref="HostReply"/>.</summary>
/// <param name="Id">Chosen by the tool, unique in the conversation.</param>
/// <param name="Engine">The engine it is about.</param>
public abstract record HostRequest(int Id, Engine Engine) : ToolMessage;
