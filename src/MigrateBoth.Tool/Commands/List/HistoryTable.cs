using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>The history that one database has recorded.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Display">The database without its password.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="Applied">The ids in its history table.</param>
internal sealed record DatabaseHistory(Engine Engine, string Display, bool Exists, IReadOnlyList<string> Applied);

/// <summary>One migration on both sides.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sqlite">SQLite's side.</param>
/// <param name="MySql">MySQL's side.</param>
internal sealed record HistoryRow(string Id, string Name, HistorySide Sqlite, HistorySide MySql)
{
    /// <summary>MySQL's id where twins have different ones; else null.</summary>
    public string? MySqlId { get; init; }

    public HistorySide this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>Whether the project has both halves, on the same side of the baseline.</summary>
    public bool IsPaired => Sqlite.Exists && MySql.Exists && Sqlite.IsBeforeBaseline == MySql.IsBeforeBaseline;

    /// <summary>Whether it needs no twin: what there is of it is before the baseline.</summary>
    public bool IsBeforeBaseline =>
        (Sqlite.Exists || MySql.Exists) && EngineNames.All.All(engine => !this[engine].Exists || this[engine].IsBeforeBaseline);

    /// <summary>Whether it should have a twin and has none.</summary>
    public bool IsUnpaired => !IsPaired && !IsBeforeBaseline;

    /// <summary>What is to say of it beside the two sides.</summary>
    public string Note => (IsUnpaired, IsBeforeBaseline) switch { (true, _) => "unpaired", (_, true) => "before the baseline", _ => MySqlId is null ? string.Empty : $"{MySqlId} on MySQL" };
}

/// <summary>One migration on one side.</summary>
/// <param name="Exists">Whether the project has it.</param>
/// <param name="IsApplied">Whether the given database has it, or null when none was given.</param>
/// <param name="IsBeforeBaseline">Whether it is before the point from which migrations have to match, so that it needs no twin.</param>
internal sealed record HistorySide(bool Exists, bool? IsApplied, bool IsBeforeBaseline = false)
{
    /// <summary>A word for the table.</summary>
    public string Word => (Exists, IsApplied) switch
    {
        (true, null) => "yes",
        (true, true) => "applied",
        (true, false) => "pending",
        (false, true) => "applied, not in the project",
        (false, _) => "missing",
    };
}

/// <summary>Joins both histories by id, in the order in which EF Core applies them.</summary>
internal static class HistoryTable
{
    /// <param name="models">What the project has.</param>
    /// <param name="databases">What databases have; an id that only a database knows gets a row too.</param>
    /// <param name="baseline">From where migrations have to match, or null for from the beginning.</param>
    /// <exception cref="MigrateBothException">78: the baseline names a migration that is not there.</exception>
    public static IReadOnlyList<HistoryRow> Join(EnginePair<EngineModel> models, IReadOnlyList<DatabaseHistory> databases, HistoryBaseline? baseline)
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
    private static Dictionary<string, string> Twins(EnginePair<EngineModel> models, HistoryBaseline? baseline) =>
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
