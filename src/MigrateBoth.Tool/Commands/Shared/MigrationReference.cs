using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>A migration as people name it: its id, its name, or <c>0</c> for the state before the first one.</summary>
internal static class MigrationReference
{
    /// <summary>What EF Core calls the state before the first migration.</summary>
    public const string Initial = "0";

    /// <summary>The id that is meant on every given side.</summary>
    /// <param name="option">The option as it is typed, for messages.</param>
    /// <param name="reference">What was typed.</param>
    /// <param name="sides">The sides that must have it.</param>
    /// <exception cref="MigrateBothException"><c>unknown-migration</c> (78).</exception>
    public static string Resolve(string option, string reference, IReadOnlyList<EngineModel> sides)
    {
        if (reference == Initial)
        {
            return Initial;
        }

        // As in EF Core, case does not count and an id goes before a name.
        var all = sides.SelectMany(side => side.Migrations).ToList();
        var found = all.FirstOrDefault(migration => Same(migration.Id, reference)) ?? all.FirstOrDefault(migration => Same(migration.Name, reference));
        if (found is null)
        {
            var nearest = NearestName.Find(reference, all.Select(migration => migration.Name).Concat(all.Select(migration => migration.Id)).Distinct());
            throw Unknown($"{option}: there is no migration '{reference}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}");
        }

        var without = sides.Where(side => side.Migrations.All(migration => !Same(migration.Id, found.Id))).Select(side => side.Engine.DisplayName()).ToList();
        return without.Count == 0 ? found.Id : throw Unknown($"{option}: {found.Id} does not exist on {string.Join(" and ", without)}.");
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static MigrateBothException Unknown(string message) =>
        new(ExitCode.Configuration, "unknown-migration", message, "'dotnet migrate-both list' shows both histories; 0 stands for the state before the first migration.");
}
