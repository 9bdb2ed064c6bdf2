using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB615: statement changes another number of rows.</summary>
internal static class DifferentRowsAffected
{
    public static TestRule Rule { get; } = new("MB615", "Statement changes another number of rows", Severity.Error, TestDifferenceKind.RowsAffected, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test}: {d.Where} changes another number of rows{d.Because()}.",
        "Look at the statement's condition: it finds other rows on the two engines.");
}
