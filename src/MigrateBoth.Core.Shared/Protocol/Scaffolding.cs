using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>Requests the files of a new migration.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Timestamp">The first part of the migration's id, fourteen digits.</param>
/// <param name="Name">The migration's name.</param>
public sealed record ScaffoldRequest(int Id, Engine Engine, string Timestamp, string Name) : HostRequest(Id, Engine);

/// <summary>One side of a new migration.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Migration">The answer.</param>
public sealed record ScaffoldReply(int RequestId, ScaffoldedMigration Migration) : HostReply(RequestId);

/// <summary>One side of a pair of migrations, ready to be written.</summary>
public sealed record ScaffoldedMigration
{
    /// <summary>The engine it is for.</summary>
    public required Engine Engine { get; init; }

    /// <summary>The migration's id.</summary>
    public required string Id { get; init; }

    /// <summary>Migration, Designer and snapshot files.</summary>
    public required IReadOnlyList<ScaffoldedFile> Files { get; init; }

    /// <summary>
    /// Whether the application's own options tell this engine's migrations from those of other engines in the same assembly: false where EF Core's
    /// own search is in place, null where the application makes no options for this engine.
    /// </summary>
    public bool? IsToldApart { get; init; }

    /// <summary>Values of the model that are others each time it is built.</summary>
    public IReadOnlyList<UnstableValue> Unstable { get; init; } = [];

    /// <summary>What <c>Up</c> does; empty when this side has nothing to change.</summary>
    public required IReadOnlyList<OperationDescription> Operations { get; init; }
}

/// <summary>A file that EF Core's scaffolder would write. The host only generates it; the tool writes the files of both sides or none.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Content">The whole text, or null when the file is to be deleted.</param>
public sealed record ScaffoldedFile(string Path, string? Content);

/// <summary>Requests a plan of what removing the last migration would do.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record PlanRemovalRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>What removing the last migration of one side would do.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Removal">The answer; null when there is no migration.</param>
public sealed record RemovalReply(int RequestId, MigrationRemoval? Removal) : HostReply(RequestId);

/// <summary>What removing the last migration of one side would do to its files.</summary>
/// <param name="Engine">The side.</param>
/// <param name="Id">The migration that goes.</param>
/// <param name="Files">Files to delete (no content) and the snapshot to put back (content).</param>
public sealed record MigrationRemoval(Engine Engine, string Id, IReadOnlyList<ScaffoldedFile> Files);

/// <summary>Requests a SQL script.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="From">The migration the database is at, or null for an empty database.</param>
/// <param name="To">The migration to end at, or null for the last one.</param>
/// <param name="Idempotent">Whether the script looks at the history table.</param>
public sealed record ScriptRequest(int Id, Engine Engine, string? From, string? To, bool Idempotent) : HostRequest(Id, Engine);

/// <summary>The SQL script of one side.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Sql">The answer.</param>
public sealed record ScriptReply(int RequestId, string Sql) : HostReply(RequestId);
