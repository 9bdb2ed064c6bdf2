namespace MigrateBoth.Core.Protocol;

/// <summary>Asks what removing the last migration would do.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record PlanRemovalRequest(int Id, Engine Engine) : HostRequest(Id, Engine);
