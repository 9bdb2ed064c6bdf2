using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>What to do about a migration that failed half-way.</summary>
internal static class WayOut
{
    public static string Of(DatabasePlan plan, HalfAppliedMigration half)
    {
        var failure = half.Failure;
        if (half.Stays.Count == 0 && !half.FailedInTheMiddle)
        {
            return "Nothing of this migration stays. Remove the cause and run 'apply' again.";
        }

        var isRevert = plan.Migrations.Pending.Any(planned => planned.Id == failure.MigrationId && planned.IsRevert);
        var record = (failure.NotReached is [.., var last] ? last : failure.Failed)?.Sql.Trim();
        var cause = plan.Target.Engine == Engine.MySql
            ? "MySQL commits DDL at once, so this cannot be rolled back"
            : "Commands outside of the transaction cannot be rolled back";
        return $"{cause}: {failure.MigrationId} is half {(isRevert ? "reverted" : "applied")} and the history does not say so. Running 'apply' again now would fail on what is there already. "
            + "Either undo by hand what stays, remove the cause and run 'apply' again; "
            + $"or do by hand what failed and what was not reached, the last of it being: {record}";
    }
}
