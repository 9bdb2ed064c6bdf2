using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB612: query returns another order.</summary>
internal static class DifferentOrder
{
    public static TestRule Rule { get; } = new("MB612", "Query returns another order", Severity.Error, TestDifferenceKind.Order, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test}: {d.Where} asks for an order and gets another one on each engine{d.Because()}.",
        "Order by something that both engines order alike, and add a unique column as the last one.");
}
