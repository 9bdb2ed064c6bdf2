using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Verification;

/// <summary>What to do about a migration that a scratch database refused.</summary>
internal static class ObstacleHints
{
    private const string Anyway = "Correct the migration; a scratch database that starts empty has to take all of them.";
    private const string WhatProductionRuns = "or verify on what production runs: 'mysql.image' in migrateboth.json, or --mysql-image.";
    private const string OtherContext =
        "A table that another context or a script makes has to be in this context's model too, with ExcludeFromMigrations: then the check makes a stand-in for it.";

    private static readonly Dictionary<(Engine Engine, int Number), string> ByNumber = new()
    {
        [(Engine.MySql, 1064)] = $"Not every release takes the same SQL: a word may have become reserved, or only the other vendor knows the syntax. Put names in backticks, {WhatProductionRuns}",
        [(Engine.MySql, 1115)] = $"Not every release and vendor has the same character sets: name one that all of them have, {WhatProductionRuns}",
        [(Engine.MySql, 1193)] = $"Not every release and vendor has the same variables: leave the statement out, {WhatProductionRuns}",
        [(Engine.MySql, 1231)] = $"Not every release and vendor takes the same values of a variable: leave the statement out, {WhatProductionRuns}",
        [(Engine.MySql, 1273)] = $"Not every release and vendor has the same collations: name one that all of them have, {WhatProductionRuns}",
        [(Engine.MySql, 1305)] = $"Not every release and vendor has the same functions: use one that all of them have, {WhatProductionRuns}",
        [(Engine.MySql, 1146)] = OtherContext,
        [(Engine.MySql, 1824)] = OtherContext,
    };

    /// <summary>The advice for this failure.</summary>
    public static string For(EngineModel model, MigrationFailure failure)
    {
        // SQLite alters a table by making it anew, for which EF Core needs the model as it was.
        if (failure is { Failed: null, MigrationId: { } id } && model.Migrations.FirstOrDefault(migration => migration.Id == id) is { HasTargetModel: false })
        {
            return "The migration has no Designer file, and without the model as it was EF Core cannot rebuild a table. Restore the file from version control, or write the change with Sql().";
        }

        return failure.ErrorNumber is { } number && ByNumber.TryGetValue((model.Engine, number), out var hint) ? hint : Anyway;
    }
}
