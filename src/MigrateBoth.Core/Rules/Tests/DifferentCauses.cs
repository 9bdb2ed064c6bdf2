using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB605: test fails on both engines for different causes.</summary>
internal static class DifferentCauses
{
    public static TestRule Rule { get; } = new("MB605", "Test fails on both engines for different causes", Severity.Error, TestDifferenceKind.FailureCause, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} fails on both engines, and not for the same cause.",
        "Mend both failures; the one on the engine you do not look at is another one.");
}
