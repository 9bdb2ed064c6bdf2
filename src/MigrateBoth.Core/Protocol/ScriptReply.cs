namespace MigrateBoth.Core.Protocol;

/// <summary>The SQL script of one side.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Sql">The answer.</param>
public sealed record ScriptReply(int RequestId, string Sql) : HostReply(RequestId);
