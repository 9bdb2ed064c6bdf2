using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>The result of one database.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="Run">How it went; null when there was nothing to do or no answer came.</param>
/// <param name="Error">Why no answer came.</param>
internal sealed record DatabaseOutcome(DatabasePlan Plan, MigrationRun? Run, MigrateBothException? Error)
{
    /// <summary>Whether all that was to be done is done.</summary>
    public bool IsDone => Error is null && Run?.Failure is null;

    /// <summary>The value in the JSON: <c>upToDate</c>, <c>applied</c>, <c>failed</c>, or <c>unknown</c> when the connection to the host was lost.</summary>
    public string Status => Error is not null ? "unknown" : Run is null ? "upToDate" : Run.Failure is null ? "applied" : "failed";

    /// <summary>The failed migration command by command; null when none failed, as when the lock was not freed in time.</summary>
    public HalfAppliedMigration? HalfApplied => Run?.Failure is { MigrationId: not null } ? HalfAppliedMigration.From(Plan, Run) : null;

    /// <summary>Migrations before the failed one whose work was rolled back with it.</summary>
    public IReadOnlyList<string> RolledBack => Run?.Failure?.MigrationId is { } failed
        ? [.. Plan.Migrations.Pending.TakeWhile(planned => planned.Id != failed).Select(planned => planned.Id).Except(Run.Completed, StringComparer.OrdinalIgnoreCase)]
        : [];

    /// <summary>Migrations after the failed one.</summary>
    public IReadOnlyList<string> NotReached => Run?.Failure is { } failure
        ? [.. Plan.Migrations.Pending.SkipWhile(planned => failure.MigrationId is not null && planned.Id != failure.MigrationId).Skip(failure.MigrationId is null ? 0 : 1).Select(planned => planned.Id)]
        : [];
}

/// <summary>Writes the result of one database as text.</summary>
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

/// <summary>Writes the result of one database as JSON.</summary>
internal static class OutcomeJson
{
    public static void Write(Utf8JsonWriter json, DatabaseOutcome outcome)
    {
        json.WriteStartObject();
        PlanJson.Write(json, outcome.Plan, withSql: false);
        json.WriteString("status", outcome.Status);
        PlanJson.WriteStrings(json, "completed", outcome.Run?.Completed ?? []);
        PlanJson.WriteStrings(json, "rolledBack", outcome.RolledBack);
        PlanJson.WriteStrings(json, "notReached", outcome.NotReached);
        if (outcome.Run?.Failure is { } failure)
        {
            WriteFailure(json, outcome, failure);
        }

        if (outcome.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteString("hint", error.Hint);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, DatabaseOutcome outcome, MigrationFailure failure)
    {
        json.WriteStartObject("failure");
        json.WriteString("migration", failure.MigrationId);
        json.WriteString("message", failure.Message);
        if (failure.ErrorNumber is { } number)
        {
            json.WriteNumber("errorNumber", number);
        }

        json.WriteBoolean("lockTimeout", failure.IsLockTimeout);
        json.WriteStartArray("commands");
        foreach (var (command, state) in outcome.HalfApplied?.Commands() ?? [])
        {
            json.WriteStartObject();
            json.WriteString("state", state switch { "rolled back" => "rolledBack", "not reached" => "notReached", _ => state });
            json.WriteString("operation", command.Operation);
            json.WriteString("sql", command.Sql);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("wayOut", outcome.HalfApplied is { } half ? WayOut.Of(outcome.Plan, half) : null);
        json.WriteEndObject();
    }
}
