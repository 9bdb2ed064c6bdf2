using System.Text.Json;
using MigrateBoth.Detection.Tests.Attacks;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.Tool;
using MySqlConnector;

namespace MigrateBoth.Detection.Tests.Scripts;

/// <summary><c>diff --sql</c> on a real MySQL: what it writes is run, and then nothing differs.</summary>
public sealed class SqlOnMySqlTests(AttackServers servers) : IClassFixture<AttackServers>
{
    private const string A = """
        CREATE TABLE `Customers` (
          `Id` int NOT NULL AUTO_INCREMENT PRIMARY KEY, `Name` varchar(80) COLLATE utf8mb4_0900_bin NOT NULL, `Rank` int NOT NULL DEFAULT 3, `Total` decimal(10,2) NOT NULL DEFAULT 0.00,
          `Created` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), `Loud` varchar(80) GENERATED ALWAYS AS (upper(`Name`)) STORED,
          UNIQUE KEY `IX_Customers_Name` (`Name`), CONSTRAINT `CK_Rank` CHECK (`Rank` > 0));
        CREATE TABLE `Orders` (
          `Id` int NOT NULL PRIMARY KEY, `CustomerId` int NOT NULL, `Note` varchar(200) NULL COMMENT 'it''s free', KEY `IX_Orders_CustomerId` (`CustomerId`),
          CONSTRAINT `FK_Orders_Customers` FOREIGN KEY (`CustomerId`) REFERENCES `Customers` (`Id`) ON DELETE CASCADE);
        CREATE TABLE `Added` (`Code` char(3) NOT NULL, `Kind` enum('a','b') NOT NULL DEFAULT 'a', `OrderId` int NULL, PRIMARY KEY (`Code`, `Kind`), KEY `IX_Added_OrderId` (`OrderId` DESC),
          CONSTRAINT `FK_Added_Orders` FOREIGN KEY (`OrderId`) REFERENCES `Orders` (`Id`) ON DELETE SET NULL);
        """;

    private const string B = """
        CREATE TABLE `Customers` (`Id` int NOT NULL PRIMARY KEY, `Name` varchar(40) NULL, `Total` decimal(8,2) NOT NULL, KEY `IX_Customers_Name` (`Name`));
        INSERT INTO `Customers` VALUES (7, 'Ann', 1.5);
        CREATE TABLE `Orders` (`Id` int NOT NULL PRIMARY KEY, `CustomerId` int NOT NULL, `Note` varchar(100) NULL, `Old` int NULL, KEY `IX_Orders_CustomerId` (`CustomerId`), KEY `IX_Old` (`Old`), CONSTRAINT `CK_Old` CHECK (`Old` > 0),
          CONSTRAINT `FK_Orders_Customers` FOREIGN KEY (`CustomerId`) REFERENCES `Customers` (`Id`));
        INSERT INTO `Orders` VALUES (1, 7, 'kept', 3);
        CREATE TABLE `Removed` (`Id` int NOT NULL PRIMARY KEY, `OrderId` int NOT NULL, CONSTRAINT `FK_Removed` FOREIGN KEY (`OrderId`) REFERENCES `Orders` (`Id`));
        """;

    [ShopFact]
    public async Task What_is_written_brings_B_to_A_and_keeps_its_rows()
    {
        await using var a = await servers.MySql.CreateDatabaseAsync("a", CancellationToken.None);
        await using var b = await servers.MySql.CreateDatabaseAsync("b", CancellationToken.None);
        await ExecuteAsync(a.ConnectionString, A);
        await ExecuteAsync(b.ConnectionString, B);

        var sql = await DiffAsync("--sql");
        Assert.DoesNotContain("Not written", sql.Out, StringComparison.Ordinal);
        await ExecuteAsync(b.ConnectionString, sql.Out);
        var after = await DiffAsync("--format", "json");

        Assert.Equal(1, sql.ExitCode);
        Assert.True(after.ExitCode == 0, sql.Out + after.Out);
        Assert.Empty(JsonDocument.Parse(after.Out).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("Ann 3 1.50 ANN kept", await ExecuteAsync(b.ConnectionString, "SELECT CONCAT_WS(' ', c.Name, c.`Rank`, c.Total, c.Loud, o.Note) FROM Customers c JOIN Orders o ON o.CustomerId = c.Id"));

        async Task<(int ExitCode, string Out)> DiffAsync(params string[] options)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var console = new ToolConsole { Out = output, Error = error, WorkingDirectory = Path.GetTempPath(), Environment = new Dictionary<string, string>() };
            var exitCode = await MigrateBothApplication.RunAsync(["diff", $"mysql:{a.ConnectionString}", $"mysql:{b.ConnectionString}", .. options], console);
            return (exitCode, output.ToString());
        }
    }

    private static async Task<string?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
