using MigrateBoth.Core;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>Joins both histories by id, in the order in which EF Core applies them.</summary>
internal static class HistoryTable
{
    /// <param name="models">What the project has.</param>
    /// <param name="databases">What databases have; an id that only a database knows gets a row too.</param>
    public static IReadOnlyList<HistoryRow> Join(ModelPair models, IReadOnlyList<DatabaseHistory> databases)
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

        var sides = EngineNames.All.ToDictionary(engine => engine, engine => new SideReader(models[engine], databases.FirstOrDefault(database => database.Engine == engine)));
        return [.. names.Select(name => new HistoryRow(name.Key, name.Value, sides[Engine.Sqlite].Read(name.Key), sides[Engine.MySql].Read(name.Key)))];
    }

    private sealed class SideReader(EngineModel model, DatabaseHistory? database)
    {
        private readonly HashSet<string> _ids = model.Migrations.Select(migration => migration.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string>? _applied = database?.Applied.ToHashSet(StringComparer.OrdinalIgnoreCase);

        public HistorySide Read(string id) => new(_ids.Contains(id), _applied?.Contains(id));
    }
}
