namespace MigrateBoth.Core.Testing;

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
