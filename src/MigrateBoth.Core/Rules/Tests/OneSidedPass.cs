using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB602: test passes on one engine only.</summary>
internal static class OneSidedPass
{
    public static TestRule Rule { get; } = new("MB602", "Test passes on one engine only", Severity.Error, TestDifferenceKind.Outcome, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} passes on {(d.Engine == Engine.Sqlite ? "MySQL" : "SQLite")} and fails on {d.Engine!.Value.DisplayName()}{d.Because()}.",
        "Mend the code so that it does the same on both engines, or declare the test for one engine with [OnlyOn] and a reason.");
}
