using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB607: test is flaky.</summary>
internal static class FlakyTest
{
    public static TestRule Rule { get; } = new("MB607", "Test is flaky", Severity.Error, TestDifferenceKind.Flaky, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} does not do the same twice on {(d.Engine is { } one ? "one engine (" + one.DisplayName() + ")" : "the engines")}, so it cannot tell the engines apart{d.Because()}.",
        "Take chance, time and order of other tests out of it. Until then nothing is known about what it tests.");
}
