namespace MigrateBoth.Core.Protocol;

/// <summary>Asks for a SQL script.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="From">The migration the database is at, or null for an empty database.</param>
/// <param name="To">The migration to end at, or null for the last one.</param>
/// <param name="Idempotent">Whether the script looks at the history table.</param>
public sealed record ScriptRequest(int Id, Engine Engine, string? From, string? To, bool Idempotent) : HostRequest(Id, Engine);
