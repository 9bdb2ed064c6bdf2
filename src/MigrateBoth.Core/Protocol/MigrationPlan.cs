namespace MigrateBoth.Core.Protocol;

/// <summary>What applying would do to one database.</summary>
public sealed record MigrationPlan
{
    /// <summary>The engine.</summary>
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
