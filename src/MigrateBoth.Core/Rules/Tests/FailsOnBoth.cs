using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB606: test fails on both engines.</summary>
internal static class FailsOnBoth
{
    public static TestRule Rule { get; } = new("MB606", "Test fails on both engines", Severity.Error, TestDifferenceKind.FailsOnBoth, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} fails on both engines, for the same cause.",
        "Mend the test or the code; a suite that fails does not show that the engines agree.");
}
