using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>
/// A migration that failed, command by command: what stays in the database, what was rolled back, what failed, what was never
/// reached (M-33 to M-35, M-30).
/// </summary>
internal sealed partial class HalfAppliedMigration
{
    private HalfAppliedMigration(MigrationFailure failure, int stays) => (Failure, StaysCount) = (failure, stays);

    /// <summary>The failure that the host reported.</summary>
    public MigrationFailure Failure { get; }

    /// <summary>Commands whose effect is committed.</summary>
    public IReadOnlyList<PlannedCommand> Stays => [.. Failure.Executed.Take(StaysCount)];

    /// <summary>Commands that ran and were rolled back.</summary>
    public IReadOnlyList<PlannedCommand> RolledBack => [.. Failure.Executed.Skip(StaysCount)];

    /// <summary>Whether the failing command holds several statements, of which the first ones may have run.</summary>
    public bool FailedInTheMiddle => Failure.Failed is { } failed && failed.Sql.TrimEnd().TrimEnd(';').Contains(";\n", StringComparison.Ordinal);

    private int StaysCount { get; }

    /// <summary>Works out what the transaction still covered.</summary>
    /// <param name="plan">What was to run.</param>
    /// <param name="run">How it went.</param>
    public static HalfAppliedMigration From(DatabasePlan plan, MigrationRun run)
    {
        var failure = run.Failure!;
        return new HalfAppliedMigration(failure, plan.Target.Engine == Engine.MySql ? StaysOnMySql(plan, run, failure) : StaysOnSqlite(failure));
    }

    /// <summary>The state of every command of the migration, in order, for a table.</summary>
    public IEnumerable<(PlannedCommand Command, string State)> Commands() =>
    [
        .. Stays.Select(command => (command, "stays")),
        .. RolledBack.Select(command => (command, "rolled back")),
        .. Failure.Failed is { } failed ? new[] { (failed, "failed") } : [],
        .. Failure.NotReached.Select(command => (command, "not reached")),
    ];

    /// <summary>A few words for a command: its operation, or the beginning of its SQL.</summary>
    public static string Words(PlannedCommand command)
    {
        var line = command.Operation ?? WhiteSpace().Replace(command.Sql, " ").Trim();
        return line.Length > 90 ? line[..87] + "..." : line;
    }

    // One DDL statement ends the transaction, even one that fails; from then on every statement is committed by itself.
    private static int StaysOnMySql(DatabasePlan plan, MigrationRun run, MigrationFailure failure)
    {
        var before = plan.Migrations.Pending.Where(planned => run.Completed.Contains(planned.Id, StringComparer.OrdinalIgnoreCase)).SelectMany(planned => planned.Commands);
        return before.Concat(failure.Executed).Concat(failure.Failed is { } failed ? [failed] : []).Any(EndsTransaction) ? failure.Executed.Count : 0;
    }

    // A command outside the transaction is preceded by a commit of all before it.
    private static int StaysOnSqlite(MigrationFailure failure)
    {
        var last = failure.Executed.ToList().FindLastIndex(command => command.SuppressesTransaction);
        return failure.Failed is { SuppressesTransaction: true } ? failure.Executed.Count : last + 1;
    }

    private static bool EndsTransaction(PlannedCommand command) => command.SuppressesTransaction || ImplicitCommit().IsMatch(command.Sql);

    [GeneratedRegex(@"(?:^|;)\s*(?:CREATE|ALTER|DROP|RENAME|TRUNCATE|CALL|LOCK|UNLOCK|GRANT|REVOKE|ANALYZE|OPTIMIZE|REPAIR|COMMIT|BEGIN|START)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImplicitCommit();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

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
        return $"{cause}: {failure.MigrationId} is half {(isRevert ? "reverted" : "applied")} and the history does not record it. Running 'apply' again now would fail on the existing objects. "
            + "Either undo by hand what stays, remove the cause and run 'apply' again; "
            + $"or run the failed and the remaining statements by hand; the last one is: {record}";
    }
}
