using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules;

/// <summary>Turns of phrase that the rules share.</summary>
internal static class Wording
{
    private const int Longest = 3;

    public static string OrNothing(this string? value) => string.IsNullOrEmpty(value) ? "none" : value;

    public static string OrOrdinary(this string? value) => value is null ? "an ordinary column" : $"computed {value}";

    public static string OrDefault(this string? value) => value ?? "the default";

    public static string Is(this string? value, string other) => value == other ? "true" : "false";

    /// <summary>The difference's detail as a subordinate phrase.</summary>
    public static string Because(this SchemaDifference difference) => difference.Detail is null ? string.Empty : $" ({difference.Detail})";

    /// <summary>What the difference takes along with it.</summary>
    public static string Along(this SchemaDifference difference) => difference.Consequences switch
    {
        [] => string.Empty,
        { Count: <= Longest } few => $"; so {string.Join(", ", few)} cannot agree either",
        var many => $"; so {string.Join(", ", many.Take(Longest))} and {many.Count - Longest} more cannot agree either",
    };

    /// <summary>
    /// What the two models themselves say differently, and no insert or update can feel, is worth knowing and no more; the rest keeps its weight.
    /// </summary>
    public static Severity? MilderByModel(this SchemaDifference difference) =>
        difference.IsByModel && !(difference.Left ?? string.Empty).StartsWith("UNIQUE", StringComparison.Ordinal)
        && !(difference.Right ?? string.Empty).StartsWith("UNIQUE", StringComparison.Ordinal)
            ? Severity.Info
            : null;
}
