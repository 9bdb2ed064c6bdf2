using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Testing;

/// <summary>What the comparison of one test came to.</summary>
internal sealed record ComparedTest
{
    public required TestId Id { get; init; }

    /// <summary>Its line of the matrix; null for a recording that belongs to no test that was reported.</summary>
    public TestMatrixRow? Row { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public int Facts { get; init; }

    /// <summary>Whether it has to run again.</summary>
    public bool IsSuspect { get; init; }

    /// <summary>Whether what differs shows times.</summary>
    public bool ReadsClock { get; init; }
}
