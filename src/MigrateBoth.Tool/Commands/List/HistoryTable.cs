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
        foreach (var migration in models.Sqlite.Migrations.Concat(models.MySql.Migrations))
        {
            names.TryAdd(migration.Id, migration.Name);
        }

        foreach (var id in databases.SelectMany(database => database.Applied))
        {
            names.TryAdd(id, id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
        }

        var sides = EngineNames.All.ToDictionary(engine => engine, engine => new SideReader(models[engine], databases.FirstOrDefault(database => database.Engine == engine), baseline));
        return [.. names.Select(name => new HistoryRow(name.Key, name.Value, sides[Engine.Sqlite].Read(name.Key), sides[Engine.MySql].Read(name.Key)))];
    }

    private sealed class SideReader(EngineModel model, DatabaseHistory? database, HistoryBaseline? baseline)
    {
        private readonly HashSet<string> _ids = model.Migrations.Select(migration => migration.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _compared = ComparedMigrations.Of(model.Engine, model.Migrations, baseline).Select(migration => migration.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string>? _applied = database?.Applied.ToHashSet(StringComparer.OrdinalIgnoreCase);

        public HistorySide Read(string id) => new(_ids.Contains(id), _applied?.Contains(id), _ids.Contains(id) && !_compared.Contains(id));
    }
}
