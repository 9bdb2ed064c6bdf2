using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB611: query finds other rows.</summary>
internal static class DifferentRows
{
    public static TestRule Rule { get; } = new("MB611", "Query finds other rows", Severity.Error, TestDifferenceKind.Rows, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test}: {d.Where} finds other rows on the two engines{d.Because()}.",
        "Look at what the query compares, and how: the rows that only one engine finds are shown.");
}
