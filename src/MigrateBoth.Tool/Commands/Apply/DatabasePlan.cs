using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Locks;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>What applying will do to one database.</summary>
/// <param name="Target">The database.</param>
/// <param name="Model">The project's side for its engine.</param>
/// <param name="Migrations">What is applied and what will run, all SQL generated.</param>
/// <param name="Operations">What the project's migrations do.</param>
/// <param name="To">The id to reach, <c>0</c>, or null for the last.</param>
/// <param name="Obstacles">What stands in the way.</param>
internal sealed record DatabasePlan(
    DatabaseTarget Target,
    EngineModel Model,
    MigrationPlan Migrations,
    IReadOnlyList<MigrationOperations> Operations,
    string? To,
    MigrationObstacles Obstacles)
{
    /// <summary>Leftovers of an interrupted migration; a table that the model has by that name is none.</summary>
    public IReadOnlyList<MigrationLeftover> Leftovers =>
        [.. Obstacles.Leftovers.Where(leftover => Model.Tables.All(table => !table.Name.Equals(leftover.Object, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>What a planned migration may lose, in words.</summary>
    public IReadOnlyList<string> LossesOf(PlannedMigration planned)
    {
        var operations = Operations.FirstOrDefault(migration => migration.Id.Equals(planned.Id, StringComparison.OrdinalIgnoreCase))?.Operations ?? [];

        // EF Core judges the way up only. The way down undoes it, and what was made goes with the rows in it.
        return planned.IsRevert
            ? [.. operations.Where(operation => operation.Kind is "CreateTable" or "AddColumn").Select(operation => $"undoes '{operation.Summary}'")]
            : [.. operations.Where(operation => operation.IsDestructive).Select(operation => operation.Summary)];
    }

    /// <summary>Refuses to start what is bound to fail (M-27).</summary>
    /// <exception cref="MigrateBothException"><c>migration-leftovers</c> (2).</exception>
    public void ThrowIfLeftoversInTheWay()
    {
        if (Migrations.Pending.Count > 0 && Leftovers.Count > 0)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "migration-leftovers",
                $"'{Target.Display}' holds what an interrupted migration left, and the next one would fail on it. {string.Join(" ", Leftovers.Select(leftover => $"{leftover.Object}: {leftover.Explanation}"))} Nothing was applied.",
                $"Look at it, then clear it away: {string.Join(" ", Leftovers.Select(leftover => leftover.Statement))}");
        }
    }
}
