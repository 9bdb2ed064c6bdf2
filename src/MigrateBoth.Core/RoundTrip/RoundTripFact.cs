using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>What a <see cref="RoundTripFact"/> is about. Each kind has exactly one rule.</summary>
public enum RoundTripFactKind
{
    /// <summary>Up works on empty tables and fails on rows.</summary>
    UpFails,

    /// <summary>Values of a column that is still there are not what they were.</summary>
    ValuesNotKept,

    /// <summary>Rows are gone.</summary>
    RowsLost,

    /// <summary>A column or table is dropped with what it held.</summary>
    ContentDropped,

    /// <summary>The rows of both engines differ after a migration.</summary>
    DataDiffers,

    /// <summary>What the migrations insert differs between the engines.</summary>
    SeedsDiffer,

    /// <summary>What the migrations insert differs from the model's HasData.</summary>
    SeedsNotAsModelled,

    /// <summary>Down of a migration fails.</summary>
    DownFails,

    /// <summary>Down is not written at all.</summary>
    DownNotWritten,

    /// <summary>Down does nothing while Up does something.</summary>
    DownIsEmpty,

    /// <summary>After Up and Down the catalog is not what it was.</summary>
    DownLeavesTrace,

    /// <summary>After Up and Down the rows are not what they were.</summary>
    DownChangesRows,

    /// <summary>Up after Down gives something else than the first Up.</summary>
    SecondUpDiffers,

    /// <summary>Applying what is applied changes something.</summary>
    RerunChanges,

    /// <summary>The idempotent script cannot be run, run twice, or builds something else.</summary>
    ScriptDiffers,

    /// <summary>No client could run the idempotent script.</summary>
    ScriptNotRun,

    /// <summary>No row can be made for a table.</summary>
    NoRows,

    /// <summary>Values of a type that is not known were not compared.</summary>
    UnknownValues,
}

/// <summary>One thing that the round trip brought to light. It says what is so; rules say what that means.</summary>
public sealed record RoundTripFact
{
    /// <summary>What it is about.</summary>
    public required RoundTripFactKind Kind { get; init; }

    /// <summary>The migration's id; empty where it is about the whole history.</summary>
    public string Migration { get; init; } = string.Empty;

    /// <summary>The engine, or null for both.</summary>
    public Engine? Engine { get; init; }

    /// <summary>The object, as <see cref="Finding.Object"/>.</summary>
    public required ObjectPath Object { get; init; }

    /// <summary>What the object is.</summary>
    public required ObjectKind ObjectKind { get; init; }

    /// <summary>What was expected.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found.</summary>
    public string? Actual { get; init; }

    /// <summary>What exactly, for display, without a full stop.</summary>
    public string? Detail { get; init; }

    /// <summary>The table or column (<c>Table.Column</c>) where <see cref="Object"/> is the migration; null otherwise.</summary>
    public ObjectPath? Place { get; init; }

    /// <summary>How many rows it concerns.</summary>
    public int Count { get; init; }

    /// <summary>The weight, where it is not the rule's default.</summary>
    public Severity? Weight { get; init; }

    /// <summary>Merges equal facts of the two engines, and the facts of all migrations without a Down.</summary>
    public static IReadOnlyList<RoundTripFact> Merge(IEnumerable<RoundTripFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. facts.Where(fact => fact.Kind != RoundTripFactKind.DownNotWritten)
                .GroupBy(fact => fact with { Engine = null }).SelectMany(same => same.Select(fact => fact.Engine).Distinct().Count() > 1 ? [same.Key] : same.Distinct()),
            .. facts.Where(fact => fact.Kind == RoundTripFactKind.DownNotWritten).Select(fact => fact.Migration).Distinct(StringComparer.Ordinal).ToList() is [var first, ..] without
                ? (IEnumerable<RoundTripFact>)[facts.First(fact => fact.Kind == RoundTripFactKind.DownNotWritten) with { Engine = null, Object = new ObjectPath(first), Migration = first, Count = without.Count, Detail = Listed(without) }]
                : [],
        ];

        static string Listed(List<string> ids) => string.Join(", ", ids.Take(3)) + (ids.Count > 3 ? ", ..." : string.Empty);
    }
}

/// <summary>How one part of a step went.</summary>
public enum TripMark
{
    /// <summary>It was not tried.</summary>
    NotTried,

    /// <summary>Nothing was found.</summary>
    Sound,

    /// <summary>Something is worth knowing.</summary>
    Noted,

    /// <summary>Something is wrong.</summary>
    Wrong,

    /// <summary>The configuration declares that there is no way back.</summary>
    Irreversible,
}

/// <summary>One migration's way on one engine.</summary>
/// <param name="Migration">The migration's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Up">Up with rows in the tables.</param>
/// <param name="Rows">The rows afterwards: kept, and the same on both engines.</param>
/// <param name="Down">Down, and what it leaves.</param>
/// <param name="Again">Up once more.</param>
public sealed record TripStep(string Migration, Engine Engine, TripMark Up, TripMark Rows, TripMark Down, TripMark Again);

/// <summary>What the round trip came to.</summary>
public sealed record RoundTripResult
{
    /// <summary>Every step, in order, engine by engine.</summary>
    public IReadOnlyList<TripStep> Steps { get; init; } = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<RoundTripFact> Facts { get; init; } = [];

    /// <summary>How many migrations of each side were stepped through.</summary>
    public int Migrations { get; init; }

    /// <summary>How many tables held rows.</summary>
    public int Tables { get; init; }

    /// <summary>How many rows were made, on each engine.</summary>
    public int Rows { get; init; }

    /// <summary>How many of them a table held at a time.</summary>
    public int RowsPerTable { get; init; }

    /// <summary>The migration after which the steps begin, or null for the first.</summary>
    public string? From { get; init; }

    /// <summary>How many single facts were compared.</summary>
    public int Checked { get; init; }

    /// <summary>Why it could not be finished, or null.</summary>
    public TripObstacle? Obstacle { get; init; }

    /// <summary>What else has to be known to read the result, each without a full stop.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Why a round trip could not be finished.</summary>
/// <param name="Reason">Why, as a sentence.</param>
/// <param name="Hint">What to do about it, or null.</param>
/// <param name="Engine">The engine that stood in the way, or null.</param>
/// <param name="Stage">The stage whose findings are the cause, or null.</param>
public sealed record TripObstacle(string Reason, string? Hint = null, Engine? Engine = null, string? Stage = null);
