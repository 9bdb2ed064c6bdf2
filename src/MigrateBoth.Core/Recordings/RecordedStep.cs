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

    /// <summary>How it failed; null when it did not.</summary>
    public RecordedFailure? Failure { get; init; }
}
