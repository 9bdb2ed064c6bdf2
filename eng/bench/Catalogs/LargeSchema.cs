using System.Globalization;
using System.Text;
using MySqlConnector;

namespace MigrateBoth.Bench.Catalogs;

/// <summary>
/// The same schema on both engines, in the words of EF Core's providers: tables of 12 columns with a primary key, four indexes and
/// two foreign keys.
/// </summary>
internal sealed record LargeSchema(int Tables, string SqliteFile, string MySqlDatabase)
{
    /// <summary>Makes both databases anew.</summary>
    public static async Task<LargeSchema> CreateAsync(int tables, string directory, BenchServer server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_catalog_{tables}");
        var schema = new LargeSchema(tables, Path.Combine(directory, name + ".db"), name);
        var script = Path.Combine(directory, name + ".sql");
        await File.WriteAllTextAsync(script, $"BEGIN;\n{schema.Text(SqliteTable)}COMMIT;\n");
        File.Delete(schema.SqliteFile);
        await Command.In(directory, "sqlite3", schema.SqliteFile, $".read {script}").RunAsync();

        await using var connection = new MySqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        var sql = $"DROP DATABASE IF EXISTS {name};\nCREATE DATABASE {name} COLLATE utf8mb4_0900_bin;\nUSE {name};\nSET FOREIGN_KEY_CHECKS = 0;\n{schema.Text(MySqlTable)}";
        await using var command = new MySqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
        return schema;
    }

    private string Text(Func<string, string, string, string> table)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Tables; i++)
        {
            text.AppendLine(table(Name(i), Name(Math.Max(i - 1, 0)), Name(i / 2)));
        }

        return text.ToString();
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Table{number:0000}");

    private static string SqliteTable(string table, string parent, string owner) => $"""
        CREATE TABLE "{table}" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_{table}" PRIMARY KEY AUTOINCREMENT,
            "ParentId" INTEGER NOT NULL,
            "OwnerId" INTEGER NULL,
            "Name" TEXT NOT NULL,
            "Code" TEXT NOT NULL,
            "Note" TEXT NULL,
            "Amount" TEXT NOT NULL,
            "Count" INTEGER NOT NULL,
            "IsActive" INTEGER NOT NULL,
            "CreatedAt" TEXT NOT NULL,
            "Weight" REAL NULL,
            "Data" BLOB NULL,
            CONSTRAINT "FK_{table}_Parent" FOREIGN KEY ("ParentId") REFERENCES "{parent}" ("Id") ON DELETE RESTRICT,
            CONSTRAINT "FK_{table}_Owner" FOREIGN KEY ("OwnerId") REFERENCES "{owner}" ("Id") ON DELETE SET NULL
        );
        CREATE INDEX "IX_{table}_ParentId" ON "{table}" ("ParentId");
        CREATE INDEX "IX_{table}_OwnerId" ON "{table}" ("OwnerId");
        CREATE UNIQUE INDEX "IX_{table}_Code" ON "{table}" ("Code");
        CREATE INDEX "IX_{table}_Name_CreatedAt" ON "{table}" ("Name", "CreatedAt" DESC);
        """;

    private static string MySqlTable(string table, string parent, string owner) => $"""
        CREATE TABLE `{table}` (
            `Id` int NOT NULL AUTO_INCREMENT,
            `ParentId` int NOT NULL,
            `OwnerId` int NULL,
            `Name` varchar(100) NOT NULL,
            `Code` varchar(40) NOT NULL,
            `Note` longtext NULL,
            `Amount` decimal(18,2) NOT NULL,
            `Count` int NOT NULL,
            `IsActive` tinyint(1) NOT NULL,
            `CreatedAt` datetime(6) NOT NULL,
            `Weight` double NULL,
            `Data` longblob NULL,
            CONSTRAINT `PK_{table}` PRIMARY KEY (`Id`),
            INDEX `IX_{table}_ParentId` (`ParentId`),
            INDEX `IX_{table}_OwnerId` (`OwnerId`),
            UNIQUE INDEX `IX_{table}_Code` (`Code`),
            INDEX `IX_{table}_Name_CreatedAt` (`Name`, `CreatedAt` DESC),
            CONSTRAINT `FK_{table}_Parent` FOREIGN KEY (`ParentId`) REFERENCES `{parent}` (`Id`) ON DELETE RESTRICT,
            CONSTRAINT `FK_{table}_Owner` FOREIGN KEY (`OwnerId`) REFERENCES `{owner}` (`Id`) ON DELETE SET NULL
        ) CHARACTER SET = utf8mb4 COLLATE utf8mb4_0900_bin;
        """;
}
