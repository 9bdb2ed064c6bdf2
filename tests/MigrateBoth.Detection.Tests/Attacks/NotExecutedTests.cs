using MigrateBoth.Core;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.MySql.Rows;
using MigrateBoth.Sqlite;
using MigrateBoth.Sqlite.Rows;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace MigrateBoth.Detection.Tests.Attacks;

/// <summary>MB910: expressions with equal texts that could not be run on both engines are said to be equal by text only.</summary>
public sealed class NotExecutedTests(AttackServers servers) : IClassFixture<AttackServers>
{
    [ShopFact]
    public async Task What_cannot_be_run_on_both_engines_is_said_to_be_equal_by_text_only()
    {
        const string Check = "CONSTRAINT CK_Shape CHECK (Shape IS NOT NULL)";

        var finding = Assert.Single(await CompareAsync($"Shape BLOB NULL, {Check}", $"Shape point NULL, {Check}"), finding => finding.Rule == "MB910");

        Assert.Equal(("Places.CK_Shape", Severity.Warning), (finding.Object.ToString(), finding.Severity));
        Assert.Contains("there are no test values for column Shape", finding.Message, StringComparison.Ordinal);
    }

    [ShopFact]
    public async Task What_is_run_is_silent() =>
        Assert.Empty(await CompareAsync("Area INTEGER NULL, CONSTRAINT CK_Area CHECK (Area > 0)", "Area int NULL, CONSTRAINT CK_Area CHECK (Area > 0)"));

    [ShopFact]
    public async Task A_schema_of_which_only_a_view_has_to_be_run_is_run()
    {
        const string View = "CREATE VIEW Near AS SELECT Id FROM Places WHERE Code LIKE 'a%'";

        var findings = await CompareAsync("Code TEXT NULL", "Code varchar(20) COLLATE utf8mb4_0900_bin NULL", View);

        Assert.Contains(findings, finding => finding.Rule == "MB360" && finding.Object.ToString() == "Near");
    }

    private async Task<IReadOnlyList<Finding>> CompareAsync(string sqlite, string mySql, string? then = null)
    {
        await using var left = await servers.Sqlite.CreateDatabaseAsync("left", CancellationToken.None);
        await using var right = await servers.MySql.CreateDatabaseAsync("right", CancellationToken.None);
        await ExecuteAsync(new SqliteConnection(left.ConnectionString), $"CREATE TABLE Places (Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, {sqlite}); {then}");
        await ExecuteAsync(new MySqlConnection(right.ConnectionString), $"CREATE TABLE Places (Id int NOT NULL AUTO_INCREMENT PRIMARY KEY, {mySql}); {then}");
        var schemas = new EnginePair<DatabaseSchema>(
            await new SqliteCatalogReader().ReadAsync(left.ConnectionString, CancellationToken.None), await new MySqlCatalogReader().ReadAsync(right.ConnectionString, CancellationToken.None));
        var plan = ExecutionPlanner.Plan(schemas, ParityStage.Expressions(schemas, null, null), null);
        var verdicts = await new ExpressionOracle(new SqliteExecution(), new MySqlExecution()).RunAsync(plan, servers.Sqlite, servers.MySql, CancellationToken.None);
        return ParityStage.Run(schemas, null, null, verdicts: verdicts).Findings;
    }

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }
}
