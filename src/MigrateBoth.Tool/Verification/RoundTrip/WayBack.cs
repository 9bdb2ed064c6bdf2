using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>How the way back and up again went on one engine.</summary>
/// <param name="Facts">What was found.</param>
/// <param name="Down">Down.</param>
/// <param name="Again">Up again.</param>
/// <param name="IsLost">Whether the database is somewhere between two migrations.</param>
internal sealed record WayOutcome(IReadOnlyList<RoundTripFact> Facts, TripMark Down, TripMark Again, bool IsLost = false);

/// <summary>The way back over one step on one engine, and up again.</summary>
/// <param name="side">The engine's half.</param>
/// <param name="stop">The step.</param>
/// <param name="content">What the migration does.</param>
/// <param name="compared">Told how much was compared.</param>
internal sealed class WayBack(TripSide side, TripStop stop, MigrationContent content, Action<int> compared)
{
    /// <summary>Whether the configuration declares that there is no way back.</summary>
    public required bool IsIrreversible { get; init; }

    /// <summary>The catalog before Up.</summary>
    public required DatabaseSchema SchemaBefore { get; init; }

    /// <summary>The catalog after Up.</summary>
    public required DatabaseSchema SchemaAfter { get; init; }

    /// <summary>The tables of the model before Up.</summary>
    public required IReadOnlyList<ModelTable> ModelBefore { get; init; }

    /// <summary>The rows before Up.</summary>
    public required Snapshot Before { get; init; }

    /// <summary>The rows after Up.</summary>
    public required Snapshot After { get; init; }

    /// <summary>Objects, as they are called after Up, whose values or rows it is known not to keep.</summary>
    public required IReadOnlySet<ObjectPath> Lost { get; init; }

    /// <summary>Reverts the migration and applies it again.</summary>
    public async Task<WayOutcome> GoAsync(CancellationToken cancellationToken)
    {
        if (IsIrreversible)
        {
            return new WayOutcome([], TripMark.Irreversible, TripMark.Irreversible);
        }

        RoundTripFact Fact(RoundTripFactKind kind) => TripFacts.Of(kind, stop.Name, side.Engine);
        if (!content.HasDown)
        {
            return new WayOutcome([Fact(RoundTripFactKind.DownNotWritten)], TripMark.Noted, TripMark.NotTried);
        }

        if (content.DownFailure is { } thrown)
        {
            return new WayOutcome([Fact(RoundTripFactKind.DownFails) with { Detail = $"it throws: {thrown}" }], TripMark.Wrong, TripMark.NotTried);
        }

        if (content.Down.Count == 0)
        {
            var (changes, count) = SchemaJudge.Compare(RoundTripFactKind.DownIsEmpty, stop.Name, SchemaBefore, SchemaAfter, []);
            compared(count);
            return content.Up.Count == 0 ? new WayOutcome([], TripMark.Sound, TripMark.Sound)
                : new WayOutcome([Fact(RoundTripFactKind.DownIsEmpty) with { Weight = changes.Count > 0 ? null : Severity.Warning }], changes.Count > 0 ? TripMark.Wrong : TripMark.Noted, TripMark.NotTried);
        }

        if (await side.MigrateAsync(stop.Before[side.Engine], cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return new WayOutcome([TripFacts.Failure(Fact(RoundTripFactKind.DownFails), failure)], TripMark.Wrong, TripMark.NotTried, IsLost: true);
        }

        var schemaDown = await side.ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
        var (traces, facts) = SchemaJudge.Compare(RoundTripFactKind.DownLeavesTrace, stop.Name, SchemaBefore, schemaDown, ModelBefore);
        var down = await side.SnapshotAsync(Before.Tables, cancellationToken).ConfigureAwait(false);
        var up = new StepScope([content]);
        var changed = RowJudge.BroughtBack(stop.Name, side.Engine, up, new StepScope([content with { Up = content.Down, Down = [] }]), Lost, Before, After, down);
        compared(facts + down.Values);

        // A second Up starts where the first one did only if nothing is missing: then what it makes of the rows is compared, else what it has to leave alone.
        var missing = RowJudge.Same(RoundTripFactKind.DownChangesRows, stop.Name, side.Engine, Before, down).Select(fact => fact.Object).ToHashSet(ObjectPath.IgnoreCase);
        if (await side.MigrateAsync(stop.Ids[side.Engine], cancellationToken).ConfigureAwait(false) is { } second)
        {
            // What Down leaves is what the second Up stumbles over: one cause.
            IReadOnlyList<RoundTripFact> failing = traces.Count + changed.Count > 0 ? [] : [TripFacts.Failure(Fact(RoundTripFactKind.SecondUpDiffers), second)];
            return new WayOutcome([.. traces, .. changed, .. failing], TripFacts.MarkOf([.. traces, .. changed]), TripMark.Wrong, IsLost: true);
        }

        var (again, comparedAgain) = SchemaJudge.Compare(RoundTripFactKind.SecondUpDiffers, stop.Name, SchemaAfter, await side.ReadSchemaAsync(cancellationToken).ConfigureAwait(false), content.Tables);
        IReadOnlyList<RoundTripFact> rows = [];
        if (changed.Count == 0)
        {
            var last = await side.SnapshotAsync(After.Tables, cancellationToken).ConfigureAwait(false);
            rows = RowJudge.Same(
                RoundTripFactKind.SecondUpDiffers, stop.Name, side.Engine, After, last, missing.Count == 0 ? null : (table, column) => RowJudge.LeftAlone(side.Engine, up, Before, missing, table, column));
            comparedAgain += last.Values;
        }

        compared(comparedAgain);

        // What Down leaves is what the second Up finds: one cause.
        var news = again.Where(fact => !traces.Any(trace => trace.Object == fact.Object)).Concat(rows.Select(row => row with { Detail = $"{row.Object} is {row.Actual ?? "not there"} in place of {row.Expected ?? "nothing"}" })).ToList();
        return new WayOutcome([.. traces, .. changed, .. news], TripFacts.MarkOf([.. traces, .. changed]), TripFacts.MarkOf(news));
    }
}
