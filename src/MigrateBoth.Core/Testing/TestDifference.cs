using MigrateBoth.Core.Testing.Causes;

namespace MigrateBoth.Core.Testing;

/// <summary>One way in which a test's two runs differ.</summary>
public sealed record TestDifference
{
    /// <summary>How they differ.</summary>
    public required TestDifferenceKind Kind { get; init; }

    /// <summary>The test that differs.</summary>
    public required TestId Test { get; init; }

    /// <summary>The engine that it is about, or null for both.</summary>
    public Engine? Engine { get; init; }

    /// <summary>What SQLite's run has, in one line; null for nothing.</summary>
    public string? Sqlite { get; init; }

    /// <summary>What MySQL's run has, in one line; null for nothing.</summary>
    public string? MySql { get; init; }

    /// <summary>Which command of the test, or which row and column; null when it is about the test as a whole.</summary>
    public string? Where { get; init; }

    /// <summary>A short explanation, or null.</summary>
    public string? Detail { get; init; }

    /// <summary>The known divergence that causes it, or null when the cause is unknown.</summary>
    public Cause? Cause { get; init; }
}

/// <summary>How a test's run on MySQL can differ from its run on SQLite; each kind has one rule.</summary>
public enum TestDifferenceKind
{
    /// <summary>One engine's run reported the test, the other's did not.</summary>
    OneSided,

    /// <summary>It passes on one engine only.</summary>
    Outcome,

    /// <summary>It was skipped on one engine only, and nothing declares that.</summary>
    Skipped,

    /// <summary>It is declared for one engine.</summary>
    Declared,

    /// <summary>It fails on both engines for different causes.</summary>
    FailureCause,

    /// <summary>It fails on both engines for the same cause.</summary>
    FailsOnBoth,

    /// <summary>Two runs on one engine differ.</summary>
    Flaky,

    /// <summary>A query found other rows.</summary>
    Rows,

    /// <summary>A query that asks for an order got another one.</summary>
    Order,

    /// <summary>A query that asks for no order got the same rows in another one.</summary>
    UnaskedOrder,

    /// <summary>The same row holds another value.</summary>
    Values,

    /// <summary>A statement changed another number of rows.</summary>
    RowsAffected,

    /// <summary>A command failed on one engine only, or for another class of reason.</summary>
    Failure,

    /// <summary>The test sent other commands, or more of them.</summary>
    Commands,

    /// <summary>The test wrote other values.</summary>
    Written,

    /// <summary>A transaction was begun, committed or rolled back on one engine only.</summary>
    Transactions,
}
