namespace MigrateBoth.Core.Testing;

/// <summary>How a test ended on one engine.</summary>
public enum TestOutcome
{
    /// <summary>It ran and passed.</summary>
    Passed,

    /// <summary>It ran and failed.</summary>
    Failed,

    /// <summary>The framework reported it without running it.</summary>
    Skipped,

    /// <summary>It began and never ended, or its result is one that nobody understands. Never a pass.</summary>
    Unknown,
}
