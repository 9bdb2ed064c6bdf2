using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB617: test sends other commands.</summary>
internal static class DifferentCommands
{
    public static TestRule Rule { get; } = new("MB617", "Test sends other commands", Severity.Error, TestDifferenceKind.Commands, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} sends other commands to the two engines{d.Because()}.",
        "Look for a query in a loop, lazy loading, a retry, or code that takes another way on one engine.");
}
