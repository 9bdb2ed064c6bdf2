using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>How what a test read and wrote differs between the engines, where it passed on both.</summary>
internal static class RecordingRules
{
    public static IReadOnlyList<TestRule> All { get; } =
    [
        new("MB611", "Query finds other rows", Severity.Error, TestDifferenceKind.Rows, d => new(
            $"{d.Test}: {d.Where} finds other rows on the two engines{d.Because()}.",
            "Look at what the query compares, and how: the rows that only one engine finds are shown.")),
        new("MB612", "Query returns another order", Severity.Error, TestDifferenceKind.Order, d => new(
            $"{d.Test}: {d.Where} has an order and returns the rows in a different order on each engine{d.Because()}.",
            "Order by something that both engines order alike, and add a unique column as the last one.")),
        new("MB613", "Same rows in another order", Severity.Info, TestDifferenceKind.UnaskedOrder, d => new(
            $"{d.Test}: {d.Where} has no order and returns the same rows in a different order{d.Because()}.",
            "Add OrderBy if the order matters.")),
        new("MB614", "Query reads other values", Severity.Error, TestDifferenceKind.Values, d => new(
            $"{d.Test}: {d.Where} reads another value{d.Because()}.",
            "Make the value one that both engines store and compute alike, before it is saved or in the query.")),
        new("MB615", "Statement changes another number of rows", Severity.Error, TestDifferenceKind.RowsAffected, d => new(
            $"{d.Test}: {d.Where} changes another number of rows{d.Because()}.",
            "Look at the statement's condition: it finds other rows on the two engines.")),
        new("MB616", "Command fails otherwise", Severity.Error, TestDifferenceKind.Failure, d => new(
            $"{d.Test}: {d.Where} fails otherwise on the two engines{d.Because()}.",
            "Check in the application what only one engine checks, so that both refuse the same.")),
        new("MB617", "Test sends other commands", Severity.Error, TestDifferenceKind.Commands, d => new(
            $"{d.Test} sends other commands to the two engines{d.Because()}.",
            "Look for a query in a loop, lazy loading, a retry, or code that behaves differently on one engine.")),
        new("MB618", "Test writes other values", Severity.Error, TestDifferenceKind.Written, d => new(
            $"{d.Test}: {d.Where} writes another value{d.Because()}.",
            "The value was computed from something that differs: look at what was read before, the clock and chance.")),
        new("MB619", "Transactions end otherwise", Severity.Error, TestDifferenceKind.Transactions, d => new(
            $"{d.Test} begins or ends a transaction on one engine only{d.Because()}.",
            "Look for a failure that is caught on one engine, and for code that begins a transaction on one engine only.")),
    ];
}
