using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>What became of one database, for people.</summary>
internal static class OutcomeText
{
    public static IEnumerable<string> Lines(DatabaseOutcome outcome)
    {
        yield return $"{outcome.Plan.Target.Engine.DisplayName()}: {outcome.Plan.Target.Display}";
        if (outcome.Error is { } error)
        {
            yield return $"  unknown: {error.Message}";
            yield return "  How far it got is not known: 'dotnet migrate-both list' with this connection shows what is recorded.";
            yield break;
        }

        if (outcome.Run is null)
        {
            yield return $"  nothing to do, {outcome.Plan.Migrations.Applied.Count} migration(s) are applied";
            yield break;
        }

        foreach (var id in outcome.Run.Completed)
        {
            yield return $"  {Verb(outcome, id)} {id}";
        }

        if (outcome.Run.Failure is { } failure)
        {
            foreach (var line in FailureLines(outcome, failure))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> FailureLines(DatabaseOutcome outcome, MigrationFailure failure)
    {
        foreach (var id in outcome.RolledBack)
        {
            yield return $"  rolled back {id}";
        }

        var number = failure.ErrorNumber is { } code ? $" (error {code})" : string.Empty;
        yield return $"  failed{(failure.MigrationId is null ? string.Empty : $" {failure.MigrationId}")}: {failure.Message}{number}";
        if (ObstacleHints.Recipe(outcome.Plan.Target.Engine, failure) is { } recipe)
        {
            yield return $"  {recipe}";
        }

        if (outcome.HalfApplied is { } half)
        {
            foreach (var (command, state) in half.Commands())
            {
                yield return $"    {state,-11}  {HalfAppliedMigration.Words(command)}";
            }

            if (half.FailedInTheMiddle)
            {
                yield return "    The failed command holds several statements; those before the error may have run.";
            }

            yield return $"  {WayOut.Of(outcome.Plan, half)}";
        }

        foreach (var id in outcome.NotReached)
        {
            yield return $"  not reached {id}";
        }
    }

    private static string Verb(DatabaseOutcome outcome, string id) =>
        outcome.Plan.Migrations.Pending.Any(planned => planned.Id.Equals(id, StringComparison.OrdinalIgnoreCase) && planned.IsRevert) ? "reverted" : "applied";
}
