using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>One step: the same migration on both engines.</summary>
/// <param name="Ids">The migration's id on each engine.</param>
/// <param name="Before">The id of the migration before it on each engine, or <c>0</c>.</param>
public sealed record TripStop(IReadOnlyDictionary<Engine, string> Ids, IReadOnlyDictionary<Engine, string> Before)
{
    /// <summary>What the step is called: SQLite's id.</summary>
    public string Name => Ids[Engine.Sqlite];
}

/// <summary>The steps of a round trip.</summary>
/// <param name="Stops">The steps, in order.</param>
/// <param name="Obstacle">Why there are none, or null.</param>
public sealed record TripPlan(IReadOnlyList<TripStop> Stops, TripObstacle? Obstacle)
{
    /// <summary>Plans: all pairs after the baseline, or after the migration that is named.</summary>
    /// <param name="models">The models.</param>
    /// <param name="baseline">From where the histories have to match, or null.</param>
    /// <param name="settings">What the configuration says.</param>
    /// <exception cref="MigrateBothException">78: the configuration names a migration that is not there.</exception>
    public static TripPlan Of(EnginePair<EngineModel> models, HistoryBaseline? baseline, RoundTripSettings settings)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        var facts = new HistoryFacts(models, baseline);
        var ids = facts.Each.SelectMany(model => model.Migrations).Select(migration => migration.Id).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var (key, id) in settings.Irreversible.Select(item => ("roundtrip.irreversible", item.Migration)).Concat(settings.From is null ? [] : [("roundtrip.from", settings.From)]))
        {
            ThrowIfUnknown(key, id, ids);
        }

        if (models.Sqlite.Migrations.Count == 0 || models.MySql.Migrations.Count == 0)
        {
            var without = facts.Each.Where(model => model.Migrations.Count == 0).Select(model => model.Engine.DisplayName());
            return Blocked($"there are no migrations for {string.Join(" and ", without)}, so there is nothing to check.", "Add the first pair with 'dotnet migrate-both add'.");
        }

        var pairing = facts.Pairing;
        if (pairing.SqliteOnly.Concat(pairing.MySqlOnly).FirstOrDefault() is { } single)
        {
            var count = pairing.SqliteOnly.Count + pairing.MySqlOnly.Count;
            return Unpaired(
                $"{(count == 1 ? $"the migration {single.Id} has" : $"{count} migrations, {single.Id} the first, have")} no twin, and both engines are migrated in step.",
                "Add the missing migrations, or set a baseline; the findings of stage 'history' describe how.");
        }

        var twins = pairing.Twins.Concat(pairing.Renamed).OrderBy(pair => MigrationPairing.Position(models.Sqlite.Migrations, pair.Sqlite)).ToList();
        var places = twins.ConvertAll(pair => MigrationPairing.Position(models.MySql.Migrations, pair.MySql));
        if (!places.SequenceEqual(places.Order()))
        {
            return Unpaired("the migrations of both engines come in different orders.", "The findings of stage 'history' describe how to correct the order.");
        }

        var stops = twins.ConvertAll(pair => new TripStop(
            new Dictionary<Engine, string> { [Engine.Sqlite] = pair.Sqlite.Id, [Engine.MySql] = pair.MySql.Id },
            new Dictionary<Engine, string> { [Engine.Sqlite] = Before(models.Sqlite, pair.Sqlite), [Engine.MySql] = Before(models.MySql, pair.MySql) }));
        return new TripPlan([.. settings.From is { } from && stops.Exists(stop => IsIt(stop, from)) ? stops.SkipWhile(stop => !IsIt(stop, from)).Skip(1) : stops], null);
    }

    private static bool IsIt(TripStop stop, string id) => stop.Ids.Values.Contains(id, StringComparer.OrdinalIgnoreCase);

    private static string Before(EngineModel model, MigrationDescription migration) =>
        MigrationPairing.Position(model.Migrations, migration) is > 0 and var place ? model.Migrations[place - 1].Id : "0";

    private static TripPlan Blocked(string reason, string hint) => new([], new TripObstacle(reason, hint));

    private static TripPlan Unpaired(string reason, string hint) => new([], new TripObstacle(reason, hint, Stage: StageNames.History));

    private static void ThrowIfUnknown(string key, string id, IReadOnlyList<string> ids)
    {
        if (ids.Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var nearest = NearestName.Find(id, ids);
        throw new MigrateBothException(
            ExitCode.Configuration,
            "migration-not-found",
            $"'{key}' names the migration '{id}', which neither engine has.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
            "Use the complete id of a migration; 'dotnet migrate-both list' shows the ids.");
    }
}
