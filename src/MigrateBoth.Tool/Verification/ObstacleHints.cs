using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Verification;

/// <summary>What to do about a migration that a scratch database refused.</summary>
internal static class ObstacleHints
{
    private const string Anyway = "Correct the migration; it must be possible to apply all migrations to an empty database.";

    private const string OfServer = "It is the server or its connection, not the migration: check the server's log, and run the check again.";

    /// <summary>The advice for this failure.</summary>
    public static string For(EngineModel model, MigrationFailure failure)
    {
        // SQLite alters a table by making it anew, for which EF Core needs the model as it was.
        if (failure is { Failed: null, MigrationId: { } id } && model.Migrations.FirstOrDefault(migration => migration.Id == id) is { HasTargetModel: false })
        {
            return "The migration has no Designer file, and without the model as it was EF Core cannot rebuild a table. Restore the file from version control, or write the change with Sql().";
        }

        return Recipe(model.Engine, failure) ?? (failure.IsServerLost ? OfServer : Anyway);
    }

    /// <summary>What to do about an error that has a recipe, or null.</summary>
    public static string? Recipe(Engine engine, MigrationFailure failure) => RefusalRecipes.For(engine, failure.ErrorNumber, failure.Message);

    /// <summary>Whether another account could apply the migration.</summary>
    public static bool IsOfAccount(Engine engine, MigrationFailure failure) => RefusalRecipes.IsOfAccount(engine, failure.ErrorNumber);
}
