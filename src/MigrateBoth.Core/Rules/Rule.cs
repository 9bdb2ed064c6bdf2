using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules;

/// <summary>What every rule has.</summary>
/// <param name="Id">The stable id, such as <c>MB301</c>.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters unless the configuration or the case itself says otherwise.</param>
public abstract record Rule(string Id, string Title, Severity DefaultSeverity)
{
    /// <summary>Where the rule is explained.</summary>
    public string HelpUri => $"https://github.com/migrateboth/migrateboth/blob/main/docs/rules.md#{Id.ToLowerInvariant()}";

    /// <summary>Whether the rule says that something could not be verified (MB9xx).</summary>
    public bool IsUnverified => Id.StartsWith("MB9", StringComparison.Ordinal);
}

/// <summary>What a rule says of one difference.</summary>
/// <param name="Message">What is wrong, in one sentence that names the object.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Severity">How much this case matters, or null for the difference's own weight or the rule's default.</param>
public sealed record Explanation(string Message, string Advice, Severity? Severity = null);

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

    /// <summary>Where a difference between the engines is to be corrected.</summary>
    public static string Where(this SchemaDifference difference) =>
        difference.AtFault is { } engine ? $"for {engine.DisplayName()}" : "for the side that is wrong";

    /// <summary>What to do about an object that only one engine has.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="verb">What brings the object about, such as <c>Create</c>.</param>
    /// <param name="call">The call that does it in a migration, if one line does.</param>
    public static string AddOrDrop(this SchemaDifference difference, string verb, string? call = null)
    {
        var (has, lacks) = difference.IsMissing ? (difference.LeftEngine, difference.RightEngine) : (difference.RightEngine, difference.LeftEngine);
        var add = $"{verb} it in a {lacks.DisplayName()} migration";
        var how = call is null ? string.Empty : $": {call}";
        return difference.AtFault == lacks ? $"{add}{how}."
            : difference.AtFault == has ? $"Drop it in a {has.DisplayName()} migration, or bring it into the model."
            : $"{add}{how}, or drop it in a {has.DisplayName()} one.";
    }

    /// <summary>What to do about an index that differs.</summary>
    public static string IndexAdvice(this SchemaDifference difference) =>
        difference.Detail?.Contains("filter", StringComparison.Ordinal) == true
            ? "MySQL has no partial indexes: a stored computed column under a plain unique index does the same on both."
            : $"Drop and create the index in a migration {difference.Where()}.";

    /// <summary>
    /// What the two models themselves say differently, and no insert or update can feel, is worth knowing and no more; the rest keeps its weight.
    /// </summary>
    public static Severity? MilderByModel(this SchemaDifference difference) =>
        difference.IsByModel && !(difference.Left ?? string.Empty).StartsWith("UNIQUE", StringComparison.Ordinal)
        && !(difference.Right ?? string.Empty).StartsWith("UNIQUE", StringComparison.Ordinal)
            ? Severity.Info
            : null;
}
