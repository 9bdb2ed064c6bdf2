using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB601: test ran on one engine only.</summary>
internal static class OneSidedTest
{
    public static TestRule Rule { get; } = new("MB601", "Test ran on one engine only", Severity.Error, TestDifferenceKind.OneSided, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} ran on {d.Ran()} and was not seen on {d.Missed()}.",
        "Find out what keeps it from being discovered there: a condition on the engine, a data source that reads the database, or a run that ended early. If it is meant for one engine, declare it with [OnlyOn].");
}
