using System.Text.Json;
using MigrateBoth.Core;
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
/// <param name="Obstacles">What is in the way.</param>
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
                $"'{Target.Display}' has leftovers of an interrupted migration, on which the next one would fail. {string.Join(" ", Leftovers.Select(leftover => $"{leftover.Object}: {leftover.Explanation}"))} Nothing was applied.",
                $"Inspect it, then remove it: {string.Join(" ", Leftovers.Select(leftover => leftover.Statement))}");
        }
    }
}

/// <summary>Writes a plan as text.</summary>
internal static class PlanText
{
    /// <param name="plan">The plan of one database.</param>
    /// <param name="showSql">Whether every command is shown with its text.</param>
    public static IEnumerable<string> Lines(DatabasePlan plan, bool showSql)
    {
        yield return $"{plan.Target.Engine.DisplayName()}: {plan.Target.Display}{(plan.Migrations.DatabaseExists ? string.Empty : " (does not exist: it will be created)")}";
        if (plan.Migrations.Pending.Count == 0)
        {
            yield return $"  nothing to do, {plan.Migrations.Applied.Count} migration(s) are applied";
        }

        foreach (var planned in plan.Migrations.Pending)
        {
            yield return Line(plan, planned);
            if (showSql)
            {
                foreach (var line in planned.Commands.SelectMany(command => command.Sql.TrimEnd().Split('\n')))
                {
                    yield return $"      {line.TrimEnd('\r')}";
                }
            }
        }
    }

    private static string Line(DatabasePlan plan, PlannedMigration planned)
    {
        var losses = plan.LossesOf(planned);
        return $"  {(planned.IsRevert ? "revert" : "apply")} {planned.Id}, {planned.Commands.Count} command(s)"
            + (losses.Count == 0 ? string.Empty : $"; may lose data: {string.Join("; ", losses)}");
    }
}

/// <summary>Writes a plan as JSON: members of one database's object.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, DatabasePlan plan, bool withSql)
    {
        json.WriteString("engine", plan.Target.Engine.Id());
        json.WriteString("database", plan.Target.Display);
        json.WriteBoolean("exists", plan.Migrations.DatabaseExists);
        WriteStrings(json, "applied", plan.Migrations.Applied);
        WriteStrings(json, "unknown", plan.Migrations.Unknown);
        json.WriteStartArray("plan");
        foreach (var planned in plan.Migrations.Pending)
        {
            json.WriteStartObject();
            json.WriteString("migration", planned.Id);
            json.WriteString("direction", planned.IsRevert ? "down" : "up");
            json.WriteNumber("commands", planned.Commands.Count);
            WriteStrings(json, "mayLoseData", plan.LossesOf(planned));
            if (withSql)
            {
                WriteStrings(json, "sql", planned.Commands.Select(command => command.Sql));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
