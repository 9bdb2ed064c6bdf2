using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Rules;

/// <summary>
/// Tells a difference between two named schemas of one engine. The rules' own words are about a model and its migrations; here
/// either side may be a database that somebody else has changed.
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

    /// <summary>The sentence.</summary>
    public string Message(SchemaDifference d) => d.Kind switch
    {
        DifferenceKind.ColumnType => $"The type of {d.Object} is {Both(d.Left.OrNothing(), d.Right.OrNothing())}{d.Because()}.",
        DifferenceKind.Nullability or DifferenceKind.ColumnAttribute => $"{d.Object} is {Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        DifferenceKind.DefaultValue or DifferenceKind.DefaultResidue => $"The default of {d.Object} is {Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        DifferenceKind.GeneratedColumn => $"{d.Object} is {Both(d.Left.OrOrdinary(), d.Right.OrOrdinary())}{d.Because()}.",
        DifferenceKind.Identity => $"The values of {d.Object} are {Both(d.Left.OrNothing(), d.Right.OrNothing())}{d.Along()}.",
        DifferenceKind.Collation => $"The collation of {d.Object} is {Both(d.Left.OrDefault(), d.Right.OrDefault())}.",
        DifferenceKind.Comment => $"The comment of {d.Object} is {Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        DifferenceKind.MissingTable or DifferenceKind.ExtraTable => $"The table {d.Object} {Presence(d)}{d.Along()}.",
        DifferenceKind.MissingColumn or DifferenceKind.ExtraColumn => $"The column {d.Object} ({d.Left ?? d.Right}) {Presence(d)}{d.Along()}.",
        DifferenceKind.MissingIndex or DifferenceKind.ExtraIndex => $"The index {d.Object} on {d.Left ?? d.Right} {Presence(d)}.",
        DifferenceKind.MissingForeignKey or DifferenceKind.ExtraForeignKey => $"The foreign key {d.Object} {d.Left ?? d.Right} {Presence(d)}.",
        DifferenceKind.MissingCheck or DifferenceKind.ExtraCheck => $"The check {d.Object} ({d.Left ?? d.Right}) {Presence(d)}.",
        DifferenceKind.PrimaryKey => $"The primary key of {d.Table} is {Both(d.Left.OrNothing(), d.Right.OrNothing())}{d.Along()}.",
        DifferenceKind.UniqueConstraint => OneOrBoth("unique constraint", d),
        DifferenceKind.IndexDefinition => OneOrBoth("index", d),
        DifferenceKind.ForeignKeyDefinition => OneOrBoth("foreign key", d),
        DifferenceKind.CheckDefinition => OneOrBoth("check", d),
        DifferenceKind.View => OneOrBoth("view", d),
        DifferenceKind.Trigger => OneOrBoth("trigger", d),
        DifferenceKind.TableOption => $"The option '{d.Detail}' of {d.Object} is {Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        DifferenceKind.DatabaseCollation => $"The default collation of the database is {Both(d.Left.OrDefault(), d.Right.OrDefault())}.",
        DifferenceKind.NameCase => $"{d.Object} is spelled {Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        DifferenceKind.ObjectName => $"The same object of {d.Table} is called {Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        DifferenceKind.UnreadObject => $"{Owner(d)} has {d.Object}, which cannot be compared{d.Because()}.",
        DifferenceKind.HiddenObject => $"The account may not see {d.Object} in {Owner(d)}, so that nothing can be said about it{d.Because()}.",
        DifferenceKind.BrokenView => $"The view {d.Object} in {Owner(d)} cannot be resolved any more: something it reads was renamed or dropped.",
        DifferenceKind.UncomparableExpression or DifferenceKind.UnknownType => $"Whether {d.Object} is the same in {left} and in {right} cannot be told{d.Because()}.",
        _ => throw new ArgumentOutOfRangeException(nameof(d), d.Kind, null),
    };

    /// <summary>What to do; null where the rule's own advice holds for any two sides.</summary>
    public string? Advice(SchemaDifference d) => d.Kind switch
    {
        DifferenceKind.HiddenObject => "Grant the account what it lacks and run again; what is not visible is never taken for equal.",
        DifferenceKind.UnreadObject => $"Check by hand that it is the same in {left} and in {right}, and accept the finding with the reason; it comes back when the object changes.",
        DifferenceKind.UncomparableExpression or DifferenceKind.UnknownType or DifferenceKind.BrokenView => null,
        DifferenceKind.DatabaseCollation when live is not null =>
            $"Run ALTER DATABASE COLLATE {(d.Left is { } wanted && left != live ? wanted : d.Right ?? "...")} in {live}; no migration does it. Only what raw SQL creates without a collation takes over the database's.",
        DifferenceKind.DefaultResidue => "Nothing has to be done for EF Core, which always writes the column. Where raw SQL inserts rows, give both sides the same default.",
        _ => advice,
    };

    private string Both(string l, string r) => $"{l} in {left} and {r} in {right}";

    private string Presence(SchemaDifference d) => d.Left is null ? $"is in {right} and not in {left}" : $"is in {left} and not in {right}";

    private string Owner(SchemaDifference d) => d.Left is null ? right : left;

    private string OneOrBoth(string what, SchemaDifference d) => d is { Left: not null, Right: not null }
        ? $"The {what} {d.Object} is {Both(d.Left, d.Right)}{d.Because()}."
        : $"The {what} {d.Object} ({d.Left ?? d.Right}) {Presence(d)}.";
}
