namespace MigrateBoth.Core.Model;

/// <summary>What one migration of one side does, in both directions, and the model it ends at.</summary>
public sealed record MigrationContent
{
    /// <summary>The migration's id.</summary>
    public required string Id { get; init; }

    /// <summary>What <c>Up</c> does.</summary>
    public required IReadOnlyList<OperationDescription> Up { get; init; }

    /// <summary>What <c>Down</c> does.</summary>
    public IReadOnlyList<OperationDescription> Down { get; init; } = [];

    /// <summary>Whether <c>Down</c> is written at all. EF Core's own throws.</summary>
    public bool HasDown { get; init; } = true;

    /// <summary>What <c>Down</c> threw, or null.</summary>
    public string? DownFailure { get; init; }

    /// <summary>The tables of the model as it was after this migration; empty when the Designer file is missing.</summary>
    public IReadOnlyList<ModelTable> Tables { get; init; } = [];
}
