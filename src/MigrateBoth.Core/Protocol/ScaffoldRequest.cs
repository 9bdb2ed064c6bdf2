namespace MigrateBoth.Core.Protocol;

/// <summary>Asks for the files of a new migration.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Timestamp">The first part of the migration's id, fourteen digits.</param>
/// <param name="Name">The migration's name.</param>
public sealed record ScaffoldRequest(int Id, Engine Engine, string Timestamp, string Name) : HostRequest(Id, Engine);
