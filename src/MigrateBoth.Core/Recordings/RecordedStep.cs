namespace MigrateBoth.Core.Recordings;

/// <summary>Something that a test did to its database. Lines are written as steps end; the sequence says in which order they began.</summary>
abstract partial record RecordedStep : RecordingLine
{
    /// <summary>Counts up within the file, in the order in which steps begin.</summary>
    public required long Sequence { get; init; }

    /// <summary>The test's number; null for what no test did, such as a fixture.</summary>
    public int? Test { get; init; }

    /// <summary>The full name of the context's type where it is not that of the session.</summary>
    public string? Context { get; init; }

    /// <summary>When it was written, in milliseconds of Unix time by the clock of the tests; null where that is not known.</summary>
    public long? At { get; init; }

    /// <summary>How it failed; null when it did not.</summary>
    public RecordedFailure? Failure { get; init; }
}

/// <summary>The server, or a statement of the test package, kept a test from running. Its <see cref="RecordedStep.Failure"/> says why.</summary>
sealed partial record RecordedObstacle : RecordedStep
{
    /// <summary>What was tried: a statement, or "connect".</summary>
    public required string Statement { get; init; }
}

/// <summary>A query that EF Core began to compile and never executed: its provider could not translate it.</summary>
sealed partial record RecordedUntranslated : RecordedStep
{
    /// <summary>The query, as in <see cref="RecordedCommand.Shape"/>.</summary>
    public required string Shape { get; init; }
}
