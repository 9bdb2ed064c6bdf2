using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB603: test is skipped on one engine only.</summary>
internal static class OneSidedSkip
{
    public static TestRule Rule { get; } = new("MB603", "Test is skipped on one engine only", Severity.Error, TestDifferenceKind.Skipped, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} is skipped on {d.Engine!.Value.DisplayName()} and runs on the other engine; nothing declares that{d.Because()}.",
        "Declare it with [OnlyOn] and a reason, so that it is counted, or let it run on both.");
}
