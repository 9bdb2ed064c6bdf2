using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules.Differences;

namespace MigrateBoth.Core.Rules;

/// <summary>
/// Describes a difference between two named schemas of one engine. The rules' own texts are about a model and its migrations; here
/// either side may be a database that was changed by other means.
/// </summary>
/// <param name="left">What the left side is called.</param>
/// <param name="right">What the right side is called.</param>
/// <param name="advice">What to do about a difference between two such sides.</param>
/// <param name="live">The database that is there; null for two of them.</param>
internal sealed class SideBySide(string left, string right, string advice, string? live = null)
{
    /// <summary>Short for the names, which head the report and stand in the message.</summary>
    public static FindingSides Labels { get; } = new("A", "B");

    /// <summary>The words for two sides.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="isUpToDate">Whether the database has recorded every migration of the project; null where that is not known.</param>
    public static SideBySide Of(DiffSide left, DiffSide right, bool? isUpToDate)
    {
        var built = left.IsLive ? right : left;
        var live = left.IsLive ? left : right;
        return built.IsLive
            ? new SideBySide(left.Name, right.Name, "Decide which of the two is right, and bring the other one there with a migration.")
            : new SideBySide(
                left.Name,
                right.Name,
                $"Bring {live.Name} to what {built.Name} builds: {WayThere(isUpToDate)}. If the change is right, it belongs into the model and a migration.",
                live.Name);
    }

    private static string WayThere(bool? isUpToDate) => isUpToDate switch
    {
        true => "every migration is recorded there, so undo what was changed by hand",
        false => "apply the migrations that are not applied there yet, which may be all there is to do, or undo what was changed by hand",
        _ => "apply the migrations that are not applied there yet, or undo what was changed by hand",
    };

    /// <summary>The message of a finding about the difference.</summary>
    public string Message(SchemaDifference difference) => DifferenceDefinitions.Of(difference.Kind).Between(difference, this);

    /// <summary>What to do; null where the rule's own advice holds for any two sides.</summary>
    public string? AdviceFor(SchemaDifference difference) =>
        DifferenceDefinitions.Of(difference.Kind).AdviceBetween is { } own ? own(difference, this) : Advice;

    /// <summary>What the left side is called.</summary>
    public string Left => left;

    /// <summary>What the right side is called.</summary>
    public string Right => right;

    /// <summary>The database that is there; null for two of them.</summary>
    public string? Live => live;

    /// <summary>What to do about a difference between the two.</summary>
    public string Advice => advice;

    /// <summary>What each of them says.</summary>
    public string Both(string l, string r) => $"{l} in {left} and {r} in {right}";

    /// <summary>Which of them has an object.</summary>
    public string Presence(SchemaDifference d) => d.Left is null ? $"is in {right} and not in {left}" : $"is in {left} and not in {right}";

    /// <summary>The one that has it.</summary>
    public string Owner(SchemaDifference d) => d.Left is null ? right : left;

    /// <summary>An object that differs, or that one of them lacks.</summary>
    public string OneOrBoth(string what, SchemaDifference d) => d is { Left: not null, Right: not null }
        ? $"The {what} {d.Object} is {Both(d.Left, d.Right)}{d.Because()}."
        : $"The {what} {d.Object} ({d.Left ?? d.Right}) {Presence(d)}.";
}
