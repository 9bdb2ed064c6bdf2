namespace MigrateBoth.Core.Protocol;

/// <summary>Asks where migrations and mapped properties are written. It runs every <c>Up</c> and reads symbols: only a check that found something asks.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record OriginsRequest(int Id, Engine Engine) : HostRequest(Id, Engine);
