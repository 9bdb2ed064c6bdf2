using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB614: query reads other values.</summary>
internal static class DifferentValues
{
    public static TestRule Rule { get; } = new("MB614", "Query reads other values", Severity.Error, TestDifferenceKind.Values, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test}: {d.Where} reads another value{d.Because()}.",
        "Make the value one that both engines store and compute alike, before it is saved or in the query.");
}
