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

/// <summary>What tells a test from all others of the suite.</summary>
/// <param name="Project">The name of the test project's assembly.</param>
/// <param name="Name">As in <see cref="TestResult.Name"/>.</param>
public readonly record struct TestId(string Project, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>How a test ended on one engine.</summary>
public enum TestOutcome
{
    /// <summary>It ran and passed.</summary>
    Passed,

    /// <summary>It ran and failed.</summary>
    Failed,

    /// <summary>The framework reported it without running it.</summary>
    Skipped,

    /// <summary>It started and did not finish, or its reported outcome is not recognized. Never counts as a pass.</summary>
    Unknown,
}

/// <summary>What a test's two runs come to.</summary>
public enum TestVerdict
{
    /// <summary>It ended the same way on both, and what was recorded is the same.</summary>
    Same,

    /// <summary>It ended the same way on both; it did not use the database under test, so nothing else is known.</summary>
    OutcomeOnly,

    /// <summary>Outcome or recording differ.</summary>
    Different,

    /// <summary>Two runs on one engine differ already, so the engines cannot be compared by it.</summary>
    Flaky,

    /// <summary>It is declared for one engine, and only that one was asked.</summary>
    OneEngine,

    /// <summary>One engine's run broke off before it, so there is nothing to compare.</summary>
    NotCompared,
}

/// <summary>That a test is meant for one engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Reason">The author's reason.</param>
public sealed record DeclaredEngine(Engine Engine, string? Reason)
{
    private const string Prefix = "MigrateBoth: only on ";

    /// <summary>
    /// Reads the declaration from the reason of a skip: where no test of a project was recorded, nothing else tells it. A failure is never read: what a
    /// failing test says is its own text, and only a recording says that it was left out.
    /// </summary>
    /// <returns>Null when it was not skipped, or for another reason.</returns>
    public static DeclaredEngine? FromSkip(TestResult? result)
    {
        if (result is not { Outcome: TestOutcome.Skipped, Message: { } message } || !message.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = message[Prefix.Length..].Split('\n')[0].Split(':', 2, StringSplitOptions.TrimEntries);
        var engine = EngineNames.All.Where(engine => engine.DisplayName() == parts[0]).Select(engine => (Engine?)engine).FirstOrDefault();
        return engine is { } found ? new DeclaredEngine(found, parts.Length > 1 ? parts[1] : null) : null;
    }
}
