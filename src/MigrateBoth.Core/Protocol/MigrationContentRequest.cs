using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>Asks what one migration does. No database is contacted.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Migration">The migration's id.</param>
public sealed record MigrationContentRequest(int Id, Engine Engine, string Migration) : HostRequest(Id, Engine);

/// <summary>What one migration does.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Content">The answer.</param>
public sealed record MigrationContentReply(int RequestId, MigrationContent Content) : HostReply(RequestId);
