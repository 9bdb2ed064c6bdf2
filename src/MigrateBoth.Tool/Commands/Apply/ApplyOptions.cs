using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>What the command line of <c>apply</c> says.</summary>
/// <param name="Databases">The databases as typed; at least one.</param>
/// <param name="To">The migration to reach as typed, or null for the last.</param>
/// <param name="DryRun">Whether to stop after the plan.</param>
/// <param name="LockTimeout">How long to wait for EF Core's lock; null to go without it.</param>
/// <param name="Project">The project.</param>
internal sealed record ApplyOptions(IReadOnlyList<DatabaseOption> Databases, string? To, bool DryRun, TimeSpan? LockTimeout, ProjectOptions Project);
