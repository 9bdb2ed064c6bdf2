using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB619: transactions end otherwise.</summary>
internal static class DifferentTransactions
{
    public static TestRule Rule { get; } = new("MB619", "Transactions end otherwise", Severity.Error, TestDifferenceKind.Transactions, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} begins or ends a transaction on one engine only{d.Because()}.",
        "Look for a failure that is caught on one engine, and for code that begins a transaction on one engine only.");
}
