using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>Migrations of another configuration that a database has recorded.</summary>
/// <param name="Configuration">The other configuration.</param>
/// <param name="Engine">The database's engine.</param>
/// <param name="Applied">Their ids.</param>
internal sealed record OtherMigrations(string Configuration, Engine Engine, IReadOnlyList<string> Applied)
{
    /// <summary>Removes the migrations of other contexts from those recorded in databases, except those that this context has as well.</summary>
    public static (IReadOnlyList<DatabaseHistory> Own, IReadOnlyList<OtherMigrations> Others) Apart(
        IReadOnlyList<DatabaseHistory> histories, EnginePair<EngineModel> models, IReadOnlyList<OtherContext> others)
    {
        var foreign = new List<OtherMigrations>();
        var own = new List<DatabaseHistory>();
        foreach (var history in histories)
        {
            var left = history.Applied.ToList();
            foreach (var other in others)
            {
                var theirs = other.Migrations(history.Engine).Except(models[history.Engine].Migrations.Select(migration => migration.Id), StringComparer.OrdinalIgnoreCase)
                    .Intersect(left, StringComparer.OrdinalIgnoreCase).ToList();
                if (theirs.Count > 0)
                {
                    foreign.Add(new OtherMigrations(other.Name, history.Engine, theirs));
                    left.RemoveAll(id => theirs.Contains(id, StringComparer.OrdinalIgnoreCase));
                }
            }

            own.Add(history with { Applied = left });
        }

        return (own, foreign);
    }
}
