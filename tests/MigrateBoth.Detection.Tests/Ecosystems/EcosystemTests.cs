using System.Text.Json;
using MigrateBoth.Detection.Tests.Attacks;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.Detection.Tests.Shop;
using MigrateBoth.Tool;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace MigrateBoth.Detection.Tests.Ecosystems;

/// <summary><c>diff sqlite:… mysql:…</c> on databases as Prisma, TypeORM, Sequelize, Django, Rails and Laravel make them.</summary>
public sealed class EcosystemTests(AttackServers servers) : IClassFixture<AttackServers>
{
    private static readonly string Folder = Path.Combine(Repository.Directory, "tests", "MigrateBoth.Detection.Tests", "Ecosystems");

    public static TheoryData<string> Tools => [.. Directory.GetFiles(Folder, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [ShopTheory]
    [MemberData(nameof(Tools))]
    public async Task A_sound_pair_is_sound_and_a_defect_is_found(string tool)
    {
        var ecosystem = EcosystemCase.Read(Path.Combine(Folder, $"{tool}.sql"));
        await using var sqlite = await servers.Sqlite.CreateDatabaseAsync("tool", CancellationToken.None);
        await using var mySql = await servers.MySql.CreateDatabaseAsync("tool", CancellationToken.None);
        await ExecuteAsync(sqlite.ConnectionString, ecosystem.Sqlite);
        await ExecuteOnMySqlAsync(mySql.ConnectionString, $"ALTER DATABASE COLLATE utf8mb4_0900_bin;{ecosystem.MySql}");

        var sound = await DiffAsync(sqlite.ConnectionString, mySql.ConnectionString);
        var sql = ecosystem.Defect.Sql;
        await (ecosystem.Defect.Engine == "sqlite" ? ExecuteAsync(sqlite.ConnectionString, sql) : ExecuteOnMySqlAsync(mySql.ConnectionString, sql));
        var planted = await DiffAsync(sqlite.ConnectionString, mySql.ConnectionString);

        Assert.Equal(ecosystem.Finds, Found(sound));
        Assert.Equal(0, sound.GetProperty("exitCode").GetInt32());
        Assert.Equal(ecosystem.Finds.Append(ecosystem.Defect.Finding).Order(StringComparer.Ordinal), Found(planted).Order(StringComparer.Ordinal));
        Assert.Equal(1, planted.GetProperty("exitCode").GetInt32());
        var ignored = string.Join("; ", sound.GetProperty("ignored").EnumerateArray().Select(item => item.GetString()));
        Assert.All(ecosystem.Ignores, table => Assert.Contains(table, ignored, StringComparison.Ordinal));
        foreach (var finding in planted.GetProperty("findings").EnumerateArray())
        {
            Assert.DoesNotContain("model", finding.GetProperty("advice").GetString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("migration", finding.GetProperty("advice").GetString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [ShopFact]
    public async Task Unknown_tables_and_types_are_reported_with_the_engines_and_without_a_model()
    {
        await using var sqlite = await servers.Sqlite.CreateDatabaseAsync("tool", CancellationToken.None);
        await using var mySql = await servers.MySql.CreateDatabaseAsync("tool", CancellationToken.None);
        await ExecuteAsync(sqlite.ConnectionString, "CREATE TABLE migrations (id integer primary key autoincrement not null, title varchar not null); CREATE TABLE t (id integer primary key autoincrement not null, v money)");
        await ExecuteOnMySqlAsync(mySql.ConnectionString, "CREATE TABLE t (id int not null auto_increment primary key, v decimal(10,2))");

        var text = await RunAsync(sqlite.ConnectionString, mySql.ConnectionString);

        // Not the bookkeeping of any tool: a table of the application that happens to have the name.
        Assert.Contains("MB310", text, StringComparison.Ordinal);
        Assert.Contains("MB903", text, StringComparison.Ordinal);
        Assert.Contains("SQLite", text, StringComparison.Ordinal);
        Assert.DoesNotContain("expected:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("found:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("in the model", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Found(JsonElement report) =>
        report.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("object").GetString()}");

    private static async Task<JsonElement> DiffAsync(string sqlite, string mySql) =>
        JsonDocument.Parse(await RunAsync(sqlite, mySql, "--format", "json")).RootElement;

    private static async Task<string> RunAsync(string sqlite, string mySql, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var folder = Directory.CreateTempSubdirectory("migrateboth-tools-");
        try
        {
            var console = new ToolConsole { Out = output, Error = error, WorkingDirectory = folder.FullName, Environment = new Dictionary<string, string>() };
            await MigrateBothApplication.RunAsync(["diff", $"sqlite:{sqlite}", $"mysql:{mySql}", "--mysql", mySql, .. options], console);
            return output.ToString();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteOnMySqlAsync(string connectionString, string sql)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
