namespace MigrateBoth.Core.Protocol;

/// <summary>Asks to create, in a scratch database, what the model refers to and leaves to another context's migrations.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">An existing empty database.</param>
public sealed record CreateStandInsRequest(int Id, Engine Engine, string ConnectionString) : HostRequest(Id, Engine);
