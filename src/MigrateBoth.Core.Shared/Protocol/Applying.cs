using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>Requests a plan of what applying would do.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">The database.</param>
/// <param name="Target">A migration's id or name, <c>0</c> for none, or null for the last.</param>
public sealed record PlanApplyRequest(int Id, Engine Engine, string ConnectionString, string? Target) : HostRequest(Id, Engine);

/// <summary>What applying would do.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Plan">The answer.</param>
public sealed record PlanReply(int RequestId, MigrationPlan Plan) : HostReply(RequestId);

/// <summary>What applying would do to one database.</summary>
public sealed record MigrationPlan
{
    /// <summary>The engine of the database.</summary>
    public required Engine Engine { get; init; }

    /// <summary>Whether the database is there; if not, applying creates it.</summary>
    public required bool DatabaseExists { get; init; }

    /// <summary>Ids in the history table, in order.</summary>
    public required IReadOnlyList<string> Applied { get; init; }

    /// <summary>Ids in the history table that the project does not have.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>What would run, in order.</summary>
    public required IReadOnlyList<PlannedMigration> Pending { get; init; }
}

/// <summary>A migration that is about to be applied or reverted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRevert">Whether <c>Down</c> runs instead of <c>Up</c>.</param>
/// <param name="Commands">Its commands, in order, all generated before any is run (catalogue row M-40).</param>
public sealed record PlannedMigration(string Id, bool IsRevert, IReadOnlyList<PlannedCommand> Commands);

/// <summary>One SQL command of a migration.</summary>
/// <param name="Operation">The operation it comes from, in words; null when it serves several.</param>
/// <param name="Sql">Its text.</param>
/// <param name="SuppressesTransaction">Whether EF Core runs it outside the transaction.</param>
public sealed record PlannedCommand(string? Operation, string Sql, bool SuppressesTransaction);

/// <summary>Requests to apply migrations.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">The database.</param>
/// <param name="Target">A migration's id or name, <c>0</c> for none, or null for the last.</param>
/// <param name="LockTimeout">How long to wait for EF Core's migration lock; null to go without it.</param>
public sealed record ApplyRequest(int Id, Engine Engine, string ConnectionString, string? Target, TimeSpan? LockTimeout) : HostRequest(Id, Engine)
{
    /// <summary>
    /// Whether the database is a scratch one. All SQL is then not generated before the first command is run: nothing
    /// is lost when a later migration turns out to have none, and of a history of hundreds every target model is built once and not twice.
    /// The application's own seeder (<c>UseSeeding</c>) does not run: it belongs to the newest model, and is not a migration.
    /// </summary>
    public bool IsScratch { get; init; }
}

/// <summary>What applying did.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Run">The answer.</param>
public sealed record RunReply(int RequestId, MigrationRun Run) : HostReply(RequestId);

/// <summary>What applying did to one database.</summary>
public sealed record MigrationRun
{
    /// <summary>The engine of the database.</summary>
    public required Engine Engine { get; init; }

    /// <summary>Ids of migrations that are completely applied (or reverted) and recorded.</summary>
    public required IReadOnlyList<string> Completed { get; init; }

    /// <summary>Null when all went well.</summary>
    public MigrationFailure? Failure { get; init; }

    /// <summary>Of a scratch database: the statements that ran and reach outside it.</summary>
    public IReadOnlyList<OutsideStatement> Outside { get; init; } = [];
}

/// <summary>A migration that failed half-way, described command by command (catalogue rows M-33 to M-35).</summary>
public sealed record MigrationFailure
{
    /// <summary>The migration that failed; null when the failure was before any migration, such as waiting for the lock.</summary>
    public string? MigrationId { get; init; }

    /// <summary>The commands of that migration that had run when it failed; on MySQL their DDL stays, on SQLite it is rolled back.</summary>
    public IReadOnlyList<PlannedCommand> Executed { get; init; } = [];

    /// <summary>The command that failed, if one did.</summary>
    public PlannedCommand? Failed { get; init; }

    /// <summary>The commands that never ran.</summary>
    public IReadOnlyList<PlannedCommand> NotReached { get; init; } = [];

    /// <summary>What the server or EF Core said.</summary>
    public required string Message { get; init; }

    /// <summary>The server's error number, or null.</summary>
    public int? ErrorNumber { get; init; }

    /// <summary>Whether the server or its connection is at fault, and not the statement.</summary>
    public bool IsServerLost { get; init; }

    /// <summary>Whether the wait for the migration lock ran out.</summary>
    public bool IsLockTimeout { get; init; }

    /// <summary>Whether the run was stopped by its caller; the rest of this record then says how far it got.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>Requests to create the model's tables without migrations.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">An existing empty database.</param>
public sealed record CreateFromModelRequest(int Id, Engine Engine, string ConnectionString) : HostRequest(Id, Engine);

/// <summary>Requests to create, in a scratch database, the tables that the model refers to and another context's migrations create.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">An existing empty database.</param>
public sealed record CreateStandInsRequest(int Id, Engine Engine, string ConnectionString) : HostRequest(Id, Engine);

/// <summary>What was created in place of another context's tables.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Tables">Their names.</param>
public sealed record StandInsReply(int RequestId, IReadOnlyList<string> Tables) : HostReply(RequestId);

/// <summary>
/// Serializes and deserializes a few sample messages. The runtime compiles about two thousand methods for the first message that is written or
/// read; the tool and the host do that while the application still builds, so that the first real message is not delayed.
/// </summary>
public static class Rehearsal
{
    private static readonly HostProject Project = new("/a/a.csproj", "/a/a.dll", "A", "C#", Nullable: true);

    private static readonly HostEngineSession Side = new() { Migrations = Project, Arguments = [], Environment = new Dictionary<string, string>() };

    private static readonly ToolMessage[] FromTool =
    [
        new ToolGreeting(
            ProtocolVersion.Current,
            new HostSession { Project = Project, Startup = Project, ApplicationArguments = [], Verbose = false, Sqlite = Side, MySql = Side }),
        new ScaffoldRequest(1, Engine.Sqlite, "20260101000000", "A"),
    ];

    private static readonly HostMessage[] FromHost =
    [
        new ProgressReport(1, new HostProgress(Engine.Sqlite, "a")),
        new HistoryReply(
            1, new EngineHistory(Engine.Sqlite, "A", [new MigrationDescription { Id = "a", Name = "a", TypeName = "A", HasTargetModel = true }])),
        new ScaffoldReply(
            1,
            new ScaffoldedMigration
            {
                Engine = Engine.Sqlite,
                Id = "a",
                Files = [new ScaffoldedFile("a", "a")],
                Operations = [new OperationDescription { Kind = "a", Summary = "a" }],
            }),
    ];

    /// <summary>Writes and reads each of them.</summary>
    public static void Run()
    {
        foreach (var message in FromTool)
        {
            ProtocolLine.ReadToolMessage(ProtocolLine.Write(message));
        }

        foreach (var message in FromHost)
        {
            ProtocolLine.ReadHostMessage(ProtocolLine.Write(message));
        }
    }
}
