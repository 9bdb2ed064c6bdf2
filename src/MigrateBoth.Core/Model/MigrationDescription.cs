namespace MigrateBoth.Core.Model;

/// <summary>One migration of one side.</summary>
public sealed record MigrationDescription
{
    /// <summary>The id, such as <c>20261122170000_Init</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id without its time stamp, such as <c>Init</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The full name of the migration class.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether a Designer file gives the model as it was after this migration.</summary>
    public required bool HasTargetModel { get; init; }
}
