using MigrateBoth.Core.Testing.Causes;

namespace MigrateBoth.Core.Testing;

/// <summary>One way in which a test's two runs differ.</summary>
public sealed record TestDifference
{
    /// <summary>How they differ.</summary>
    public required TestDifferenceKind Kind { get; init; }

    /// <summary>The test.</summary>
    public required TestId Test { get; init; }

    /// <summary>The engine that it is about, or null for both.</summary>
    public Engine? Engine { get; init; }

    /// <summary>What SQLite's run has, in one line; null for nothing.</summary>
    public string? Sqlite { get; init; }

    /// <summary>What MySQL's run has, in one line; null for nothing.</summary>
    public string? MySql { get; init; }

    /// <summary>Which command of the test, or which row and column; null when it is about the test as a whole.</summary>
    public string? Where { get; init; }

    /// <summary>A word on how it came about, or null.</summary>
    public string? Detail { get; init; }

    /// <summary>The known divergence behind it, or null when nobody knows.</summary>
    public Cause? Cause { get; init; }
}
