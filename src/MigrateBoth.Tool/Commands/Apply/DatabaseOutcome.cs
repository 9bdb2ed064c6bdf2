using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>What became of one database.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="Run">How it went; null when there was nothing to do or no answer came.</param>
/// <param name="Error">Why no answer came.</param>
internal sealed record DatabaseOutcome(DatabasePlan Plan, MigrationRun? Run, MigrateBothException? Error)
{
    /// <summary>Whether all that was to be done is done.</summary>
    public bool IsDone => Error is null && Run?.Failure is null;

    /// <summary>The word of the JSON: <c>upToDate</c>, <c>applied</c>, <c>failed</c>, or <c>unknown</c> when the host was lost and nobody can say how far it got.</summary>
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
