using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.RoundTrip;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>Creates facts of migrations that failed, and marks of facts.</summary>
internal static class TripFacts
{
    /// <summary>A fact about a migration as a whole.</summary>
    public static RoundTripFact Of(RoundTripFactKind kind, string migration, Engine engine) =>
        new() { Kind = kind, Migration = migration, Engine = engine, Object = new ObjectPath(migration), ObjectKind = ObjectKind.Migration };

    /// <summary>Up that failed on rows, on one engine or on both.</summary>
    public static RoundTripFact UpFailure(TripStop stop, IReadOnlyDictionary<Engine, MigrationFailure> failed)
    {
        var facts = failed.Select(item => Failure(
            Of(RoundTripFactKind.UpFails, stop.Name, item.Key), item.Value)).ToList();
        return facts.Count == 1 ? facts[0] : facts[0] with
        {
            Engine = null,
            Detail = string.Join("; ", facts.Select(fact => $"{fact.Engine!.Value.DisplayName()}: {fact.Detail}")),
            Actual = string.Join("; ", facts.Select(fact => $"{fact.Engine!.Value.DisplayName()}: {fact.Actual}")),
        };
    }

    /// <summary>What a failed migration said, at which statement.</summary>
    public static RoundTripFact Failure(RoundTripFact fact, MigrationFailure failure)
    {
        var said = failure.ErrorNumber is { } number ? $"{failure.Message} ({number})" : failure.Message;
        return fact with { Expected = failure.Failed?.Sql.Trim(), Actual = said, Detail = failure.Failed?.Operation is { } words ? $"at '{words}': {said}" : said };
    }

    /// <summary>How a step's rows fared on one engine.</summary>
    public static TripMark RowsMark(Engine engine, int failed, IEnumerable<RoundTripFact> facts) => failed > 0 ? TripMark.NotTried : MarkOf([.. facts.Where(fact =>
        (fact.Engine is null || fact.Engine == engine)
        && fact.Kind is RoundTripFactKind.ValuesNotKept or RoundTripFactKind.RowsLost or RoundTripFactKind.ContentDropped or RoundTripFactKind.DataDiffers or RoundTripFactKind.NoRows)]);

    /// <summary>The worst of a few facts.</summary>
    public static TripMark MarkOf(List<RoundTripFact> facts) =>
        facts.Count == 0 ? TripMark.Sound : facts.All(fact => fact.Weight == Severity.Info || fact.Kind == RoundTripFactKind.ContentDropped) ? TripMark.Noted : TripMark.Wrong;
}
