namespace MigrateBoth.Core.Testing;

/// <summary>The comparison of two runs.</summary>
/// <param name="Result">What it comes to so far.</param>
/// <param name="Suspects">The tests that differ and were run once only: whether they are flaky shows when they run again.</param>
/// <param name="ReadsClock">Whether a suspect differs in a time: two runs in one second would look as if it never changed.</param>
public sealed record SuiteComparison(SuiteResult Result, IReadOnlyList<TestResult> Suspects, bool ReadsClock);
