namespace MigrateBoth.Core.Protocol;

/// <summary>Asks to create the model's tables without migrations.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">An existing empty database.</param>
public sealed record CreateFromModelRequest(int Id, Engine Engine, string ConnectionString) : HostRequest(Id, Engine);
