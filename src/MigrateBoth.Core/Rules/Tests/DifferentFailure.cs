using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB616: command fails otherwise.</summary>
internal static class DifferentFailure
{
    public static TestRule Rule { get; } = new("MB616", "Command fails otherwise", Severity.Error, TestDifferenceKind.Failure, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test}: {d.Where} fails otherwise on the two engines{d.Because()}.",
        "Check in the application what only one engine checks, so that both refuse the same.");
}
