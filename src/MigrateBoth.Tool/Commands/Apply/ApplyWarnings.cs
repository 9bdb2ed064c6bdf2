using MigrateBoth.Core;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>What is unusual about a database before migrations are applied to it.</summary>
internal static class ApplyWarnings
{
    /// <summary>What <c>--no-lock</c> risks.</summary>
    public static CommandWarning NoLock { get; } = new CommandWarning(
        "without-lock",
        "EF Core's migration lock is not taken (--no-lock): a second migrator is not excluded, and two at the same time apply the same migrations twice and fail half-way. Make sure that this is the only one.");

    public static IEnumerable<CommandWarning> For(DatabasePlan plan)
    {
        var (name, migrations) = ($"'{plan.Target.Display}'", plan.Migrations);
        if (migrations.Unknown.Count > 0)
        {
            yield return new CommandWarning(
                "database-ahead",
                $"{name} has {migrations.Unknown.Count} migration(s) that the project does not have on {plan.Target.Engine.DisplayName()}: {string.Join(", ", migrations.Unknown)}. It may be newer than this code.");
        }

        var last = migrations.Applied.Max(StringComparer.OrdinalIgnoreCase);
        var late = migrations.Pending.Where(pending => !pending.IsRevert && StringComparer.OrdinalIgnoreCase.Compare(pending.Id, last) < 0).Select(pending => pending.Id).ToList();
        if (last is not null && late.Count > 0)
        {
            yield return new CommandWarning(
                "out-of-order", $"{name} is at {last} and lacks older migrations, which will be applied after it: {string.Join(", ", late)}.");
        }

        // Reached in a dry run only; otherwise these end the command.
        if (plan.Obstacles.Lock is { } held)
        {
            yield return new CommandWarning("migrations-locked", $"EF Core's migration lock of {name} is held by {held.Holder}.");
        }

        if (plan.Obstacles.LockCaveat is { } caveat)
        {
            yield return new CommandWarning(
                "lock-not-shared",
                $"EF Core's migration lock does not exclude every other migrator on the server of {name}. {caveat} Make sure that this is the only one. 'apply --no-lock' goes without the lock: two at once then apply the same migrations twice and fail half way.");
        }

        foreach (var leftover in plan.Leftovers)
        {
            yield return new CommandWarning("migration-leftovers", $"{name} holds {leftover.Object}. {leftover.Explanation} Remove it with: {leftover.Statement}");
        }
    }
}
