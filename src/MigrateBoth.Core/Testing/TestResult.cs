namespace MigrateBoth.Core.Testing;

/// <summary>One test as one engine's run reported it.</summary>
public sealed record TestResult
{
    /// <summary>The name of the test project's assembly.</summary>
    public required string Project { get; init; }

    /// <summary><c>Namespace.Class.Method</c>, with the arguments that a data-driven test shows; a second test of the same name has <c>#2</c> behind it.</summary>
    public required string Name { get; init; }

    /// <summary><c>Namespace.Class.Method</c> without arguments: what a runner's filter understands.</summary>
    public required string Method { get; init; }

    /// <summary>How it ended.</summary>
    public required TestOutcome Outcome { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The failure's message or the reason of the skip; null where there is none.</summary>
    public string? Message { get; init; }

    /// <summary>Where it failed; null where that is not known.</summary>
    public string? Stack { get; init; }

    /// <summary>What tells this test from all others of the suite.</summary>
    public TestId Id => new(Project, Name);
}
