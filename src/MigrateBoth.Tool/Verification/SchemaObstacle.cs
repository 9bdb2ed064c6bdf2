using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Verification;

/// <summary>Why a schema could not be had on one engine.</summary>
internal sealed record SchemaObstacle
{
    /// <summary>The engine whose schema could not be read.</summary>
    public required Engine Engine { get; init; }

    /// <summary>A stable identifier in kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Hint { get; init; }

    /// <summary>The migration that could not be applied, or null.</summary>
    public string? Migration { get; init; }

    /// <summary>The server's message, or null.</summary>
    public string? ServerError { get; init; }

    /// <summary>The statement that failed, or null.</summary>
    public string? Statement { get; init; }

    /// <summary>How many migrations had been run, and at which command of the next one it was met; zero where no command was reached.</summary>
    public (int Migrations, int Command) Reached { get; init; }

    /// <summary>Whether it was met at least as late as another one.</summary>
    public bool GotAsFarAs(SchemaObstacle other) => Reached.CompareTo(other.Reached) >= 0;

    /// <summary>The obstacle that an exception tells of.</summary>
    public static SchemaObstacle From(Engine engine, MigrateBothException exception) => new()
    {
        Engine = engine,
        Code = exception.Code,
        Reason = Redaction.MaskSecrets(exception.Message),
        Hint = exception.Hint is null ? null : Redaction.MaskSecrets(exception.Hint),
    };

    /// <summary>The obstacle of a migration that stopped half way.</summary>
    public static SchemaObstacle From(EngineModel model, MigrationFailure failure, int completed)
    {
        var engine = model.Engine;
        var number = failure.ErrorNumber is { } error ? $" ({error})" : string.Empty;
        var operation = failure.Failed?.Operation is { } words ? $" at '{words}'" : string.Empty;
        return new SchemaObstacle
        {
            Engine = engine,
            Code = "migration-failed",
            Reason = failure.MigrationId is { } id
                ? failure.IsServerLost
                ? $"{engine.DisplayName()} failed during migration {id}{operation}: {failure.Message}{number}"
                : ObstacleHints.IsOfAccount(engine, failure)
                ? $"{engine.DisplayName()} does not let the account apply migration {id}{operation}: {failure.Message}{number}"
                : $"{engine.DisplayName()} refused migration {id}{operation}: {failure.Message}{number}"
                : $"{engine.DisplayName()} could not be migrated: {failure.Message}{number}",
            Hint = ObstacleHints.For(model, failure),
            Migration = failure.MigrationId,
            ServerError = failure.Message + number,
            Statement = failure.Failed?.Sql.Trim(),
            Reached = (completed, failure.Executed.Count + 1),
        };
    }

    /// <summary>The finding (MB905) that keeps a stage from passing.</summary>
    public Finding FindingFor(string stage)
    {
        var finding = StageResults.NotRun(stage, Reason, Hint, Engine).Findings[0];
        return Migration is null
            ? finding
            : finding with { Object = new ObjectPath(Migration), Kind = ObjectKind.Migration, Expected = Statement, Actual = ServerError };
    }
}
