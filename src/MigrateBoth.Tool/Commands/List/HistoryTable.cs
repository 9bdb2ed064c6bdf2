using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>Joins both histories by id, in the order in which EF Core applies them.</summary>
internal static class HistoryTable
{
    /// <param name="models">What the project has.</param>
    /// <param name="databases">What databases have; an id that only a database knows gets a row too.</param>
    /// <param name="baseline">From where migrations have to match, or null for from the beginning.</param>
    /// <exception cref="MigrateBothException">78: the baseline names a migration that is not there.</exception>
    public static IReadOnlyList<HistoryRow> Join(ModelPair models, IReadOnlyList<DatabaseHistory> databases, HistoryBaseline? baseline)
    {
        var names = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var twins = Twins(models, baseline);
        foreach (var migration in models.Sqlite.Migrations.Concat(models.MySql.Migrations.Where(migration => !twins.ContainsValue(migration.Id))))
        {
            names.TryAdd(migration.Id, migration.Name);
        }

        foreach (var id in databases.SelectMany(database => database.Applied.Where(id => database.Engine != Engine.MySql || !twins.ContainsValue(id))))
        {
            names.TryAdd(id, id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
        }

        var sides = EngineNames.All.ToDictionary(engine => engine, engine => new SideReader(models[engine], databases.FirstOrDefault(database => database.Engine == engine), baseline));
        return [.. names.Select(name => new HistoryRow(name.Key, name.Value, sides[Engine.Sqlite].Read(name.Key), sides[Engine.MySql].Read(twins.GetValueOrDefault(name.Key, name.Key))) { MySqlId = twins.GetValueOrDefault(name.Key) })];
    }

    /// <summary>SQLite's ids and MySQL's of twins whose ids differ, as <c>status</c> pairs them.</summary>
    private static Dictionary<string, string> Twins(ModelPair models, HistoryBaseline? baseline) =>
        new HistoryFacts(models, baseline).Pairing.Twins.Where(twins => !twins.Sqlite.Id.Equals(twins.MySql.Id, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(twins => twins.Sqlite.Id, twins => twins.MySql.Id, StringComparer.OrdinalIgnoreCase);

    private sealed class SideReader(EngineModel model, DatabaseHistory? database, HistoryBaseline? baseline)
    {
        private readonly HashSet<string> _ids = model.Migrations.Select(migration => migration.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _compared = ComparedMigrations.Of(model.Engine, model.Migrations, baseline).Select(migration => migration.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string>? _applied = database?.Applied.ToHashSet(StringComparer.OrdinalIgnoreCase);

        public HistorySide Read(string id) => new(_ids.Contains(id), _applied?.Contains(id), _ids.Contains(id) && !_compared.Contains(id));
    }
}
