namespace MigrateBoth.Core.Protocol;

/// <summary>What applying did to one database.</summary>
public sealed record MigrationRun
{
    /// <summary>The engine.</summary>
    public required Engine Engine { get; init; }

    /// <summary>Ids of migrations that are completely applied (or reverted) and recorded.</summary>
    public required IReadOnlyList<string> Completed { get; init; }

    /// <summary>Null when all went well.</summary>
    public MigrationFailure? Failure { get; init; }

    /// <summary>Of a scratch database: the statements that ran and reach outside of it.</summary>
    public IReadOnlyList<OutsideStatement> Outside { get; init; } = [];
}
