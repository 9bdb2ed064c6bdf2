using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB613: same rows in another order.</summary>
internal static class UnaskedOrder
{
    public static TestRule Rule { get; } = new("MB613", "Same rows in another order", Severity.Info, TestDifferenceKind.UnaskedOrder, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test}: {d.Where} asks for no order and gets the same rows in another one{d.Because()}.",
        "Add OrderBy if the order matters to anybody.");
}
