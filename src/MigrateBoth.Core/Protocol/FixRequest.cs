using MigrateBoth.Core.Fixing.Targets;

namespace MigrateBoth.Core.Protocol;

/// <summary>Asks for the calls of a migration that bring objects to what the model says.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Targets">The objects.</param>
public sealed record FixRequest(int Id, Engine Engine, IReadOnlyList<FixTarget> Targets) : HostRequest(Id, Engine);
