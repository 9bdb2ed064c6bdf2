using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Verification;

/// <summary>What to do about a migration that a scratch database refused.</summary>
internal static class ObstacleHints
{
    private const string Anyway = "Correct the migration; it must be possible to apply all migrations to an empty database.";
    private const string WhatProductionRuns = "or verify on the server of production: 'mysql.image' in migrateboth.json, or --mysql-image.";
    private const string OtherContext =
        "A table that another context or a script makes has to be in this context's model too, with ExcludeFromMigrations: then the check makes a stand-in for it.";

    private const string Account = @"It is the account, not the migration. Grant it what the message names; for scratch databases: GRANT ALL PRIVILEGES ON `migrateboth\_%`.* TO the account.";

    /// <summary>What the account may not do, says nothing about the migration.</summary>
    private static readonly int[] OfAccount = [1044, 1142, 1143, 1227, 1370, 1419];

    private static readonly Dictionary<(Engine Engine, int Number), string> ByNumber = new()
    {
        [(Engine.MySql, 1044)] = Account,
        [(Engine.MySql, 1067)] = "A default that is an expression needs parentheses (defaultValueSql: \"(UUID())\"), and CURRENT_TIMESTAMP the column's own precision: CURRENT_TIMESTAMP(6) for datetime(6). Strict mode refuses dates of zeros.",
        [(Engine.MySql, 1071)] = "An index holds 3072 bytes, which are 768 characters of utf8mb4: give the column HasMaxLength, or index its beginning with HasPrefixLength.",
        [(Engine.MySql, 1118)] = "A row holds 65535 bytes, of which utf8mb4 takes four for each character: shorten columns with HasMaxLength, or make the longest of them text with HasColumnType(\"text\").",
        [(Engine.MySql, 1142)] = Account,
        [(Engine.MySql, 1143)] = Account,
        [(Engine.MySql, 1227)] = Account,
        [(Engine.MySql, 1370)] = Account,
        [(Engine.MySql, 1419)] = "It is the account, not the migration: with the binary log on, only a privileged account may create functions and triggers. Run SET GLOBAL log_bin_trust_function_creators = 1 on the server, or use such an account.",
        [(Engine.MySql, 1553)] = "MySQL needs an index for every foreign key: drop the key first (DropForeignKey), then the index, then add the key again; or create the index that takes its place before.",
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

        return Recipe(model.Engine, failure) ?? Anyway;
    }

    /// <summary>What to do about an error that has a recipe, or null.</summary>
    public static string? Recipe(Engine engine, MigrationFailure failure) =>
        failure.ErrorNumber is { } number && ByNumber.TryGetValue((engine, number), out var hint) ? hint : null;

    /// <summary>Whether another account could apply the migration.</summary>
    public static bool IsOfAccount(Engine engine, MigrationFailure failure) => engine == Engine.MySql && failure.ErrorNumber is { } number && OfAccount.Contains(number);
}
