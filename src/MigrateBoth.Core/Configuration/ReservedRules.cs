namespace MigrateBoth.Core.Configuration;

/// <summary>
/// Ids that are promised and do not exist yet. A configuration may name them, so that one file serves this version and the one that
/// has them; a family is reserved only as long as not one of its rules exists.
/// </summary>
internal static class ReservedRules
{
    private const int Length = 5;

    private static readonly Dictionary<char, string> Families = new()
    {
        ['4'] = "round trip",
        ['5'] = "behaviour",
        ['6'] = "tests",
        ['7'] = "portability lint",
        ['8'] = "data copy",
    };

    /// <summary>What the rule's family is about, or null when the id is not reserved.</summary>
    public static string? FamilyOf(string rule, IReadOnlyCollection<string> knownRules) =>
        rule.Length == Length
        && rule.StartsWith("MB", StringComparison.OrdinalIgnoreCase)
        && rule.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0
        && Families.TryGetValue(rule[2], out var family)
        && !knownRules.Any(known => known.Length == Length && known[2] == rule[2])
            ? family
            : null;
}
