using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>A plan for people, line by line.</summary>
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
