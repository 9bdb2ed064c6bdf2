using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.History;

/// <summary>Which migrations of a side have to match in pairs: those after the baseline.</summary>
public static class ComparedMigrations
{
    /// <summary>Selects the migrations after the baseline.</summary>
    /// <param name="engine">The side.</param>
    /// <param name="migrations">Its migrations, in the order in which EF Core applies them.</param>
    /// <param name="baseline">From where they have to match, or null for from the beginning.</param>
    /// <exception cref="MigrateBothException">78, <c>baseline-not-found</c>: the baseline names a migration that is not there.</exception>
    public static IReadOnlyList<MigrationDescription> Of(Engine engine, IReadOnlyList<MigrationDescription> migrations, HistoryBaseline? baseline)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        if (baseline?[engine] is not { } last)
        {
            return migrations;
        }

        var after = migrations.SkipWhile(migration => !migration.Id.Equals(last, StringComparison.OrdinalIgnoreCase)).ToList();
        return after.Count > 0 ? after[1..] : throw Unknown(engine, migrations, last);
    }

    private static MigrateBothException Unknown(Engine engine, IReadOnlyList<MigrationDescription> migrations, string id)
    {
        // A baseline that matches no migration could mean "exempt everything" or "exempt nothing"; refuse it instead of guessing.
        var nearest = NearestName.Find(id, [.. migrations.Select(migration => migration.Id)]);
        return new MigrateBothException(
            ExitCode.Configuration,
            "baseline-not-found",
            $"'baseline.{engine.Id()}' names the migration '{id}', which {engine.DisplayName()} does not have.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
            "Use the complete id of the last migration that needs no counterpart, or remove the key; 'dotnet migrate-both list' shows the ids.");
    }
}
