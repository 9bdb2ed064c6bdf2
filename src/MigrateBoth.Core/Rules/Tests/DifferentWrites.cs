using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB618: test writes other values.</summary>
internal static class DifferentWrites
{
    public static TestRule Rule { get; } = new("MB618", "Test writes other values", Severity.Error, TestDifferenceKind.Written, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test}: {d.Where} writes another value{d.Because()}.",
        "The value was computed from something that differs: look at what was read before, the clock and chance.");
}
