using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>A migration as people name it: its id, its name, or <c>0</c> for the state before the first one. Twins may have different ids.</summary>
/// <param name="Sqlite">Its id on SQLite; null where that side was not asked.</param>
/// <param name="MySql">Its id on MySQL; null where that side was not asked.</param>
internal sealed record MigrationReference(string? Sqlite, string? MySql)
{
    /// <summary>What EF Core calls the state before the first migration.</summary>
    public const string Initial = "0";

    /// <summary>The id on one side.</summary>
    public string? this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>For display and reports: one id, or both where they differ.</summary>
    public string Text => string.Join(" and ", new[] { Sqlite, MySql }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase));

    /// <summary>The migration that is meant on every given side.</summary>
    /// <param name="option">The option as it is typed, for messages.</param>
    /// <param name="reference">What was typed.</param>
    /// <param name="sides">The sides that must have it.</param>
    /// <exception cref="MigrateBothException"><c>unknown-migration</c> (78).</exception>
    public static MigrationReference Resolve(string option, string reference, IReadOnlyList<EngineModel> sides)
    {
        if (reference == Initial)
        {
            return new MigrationReference(Initial, Initial);
        }

        // As in EF Core, case does not count and an id goes before a name.
        var all = sides.SelectMany(side => side.Migrations).ToList();
        var found = all.FirstOrDefault(migration => Same(migration.Id, reference)) ?? all.FirstOrDefault(migration => Same(migration.Name, reference));
        if (found is null)
        {
            var nearest = NearestName.Find(reference, all.Select(migration => migration.Name).Concat(all.Select(migration => migration.Id)).Distinct());
            throw Unknown($"{option}: there is no migration '{reference}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}");
        }

        // What belongs together is what 'status' says, which pairs by id and then by name.
        var models = sides.ToDictionary(side => side.Engine);
        var twins = sides.Count < 2 ? null : MigrationPairing.Of(models[Engine.Sqlite].Migrations, models[Engine.MySql].Migrations).Twins.FirstOrDefault(pair => ReferenceEquals(pair.Sqlite, found) || ReferenceEquals(pair.MySql, found));
        string? IdOn(Engine engine) => !models.TryGetValue(engine, out var model) ? null
            : twins is not null ? (engine == Engine.Sqlite ? twins.Sqlite : twins.MySql).Id
            : model.Migrations.FirstOrDefault(migration => Same(migration.Id, found.Id))?.Id;
        var without = sides.Where(side => IdOn(side.Engine) is null).Select(side => side.Engine.DisplayName()).ToList();
        return without.Count == 0 ? new MigrationReference(IdOn(Engine.Sqlite), IdOn(Engine.MySql)) : throw Unknown($"{option}: {found.Id} does not exist on {string.Join(" and ", without)}.");
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static MigrateBothException Unknown(string message) =>
        new(ExitCode.Configuration, "unknown-migration", message, "'dotnet migrate-both list' shows both histories; 0 stands for the state before the first migration.");
}
