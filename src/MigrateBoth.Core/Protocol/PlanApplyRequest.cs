namespace MigrateBoth.Core.Protocol;

/// <summary>Asks what applying would do.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">The database.</param>
/// <param name="Target">A migration's id or name, <c>0</c> for none, or null for the last.</param>
public sealed record PlanApplyRequest(int Id, Engine Engine, string ConnectionString, string? Target) : HostRequest(Id, Engine);
