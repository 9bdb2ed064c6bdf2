using Microsoft.Data.Sqlite;
using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scripts;
using MigrateBoth.MySql;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Commands.Diff;

/// <summary><c>diff --sql</c>: what it writes is run here on copies, and then nothing differs.</summary>
public sealed class SqlTests : IDisposable
{
    private const string A = """
        CREATE TABLE "Customers" ("Id" INTEGER NOT NULL CONSTRAINT "PK" PRIMARY KEY AUTOINCREMENT, "Name" TEXT COLLATE NOCASE NOT NULL, "Rank" INTEGER NOT NULL DEFAULT 3, CONSTRAINT "CK_Rank" CHECK ("Rank" > 0));
        CREATE TABLE "Orders" ("Id" INTEGER NOT NULL PRIMARY KEY, "CustomerId" INTEGER NOT NULL, "Note" TEXT NULL, CONSTRAINT "FK_C" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE);
        CREATE INDEX "IX_Orders_CustomerId" ON "Orders" ("CustomerId");
        CREATE TABLE "Added" ("Id" INTEGER NOT NULL PRIMARY KEY, "Text" TEXT NOT NULL UNIQUE);
        CREATE UNIQUE INDEX "IX_Customers_Name" ON "Customers" ("Name" DESC) WHERE "Rank" > 1;
        """;

    private const string B = """
        CREATE TABLE "Customers" ("Id" INTEGER NOT NULL CONSTRAINT "PK" PRIMARY KEY, "Name" TEXT NULL);
        INSERT INTO "Customers" VALUES (7, 'Ann');
        CREATE TABLE "Orders" ("Id" INTEGER NOT NULL PRIMARY KEY, "CustomerId" INTEGER NOT NULL, "Note" TEXT NULL, CONSTRAINT "FK_C" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE);
        INSERT INTO "Orders" VALUES (1, 7, 'kept');
        CREATE INDEX "IX_Old" ON "Orders" ("Note");
        CREATE TABLE "Removed" ("Id" INTEGER NOT NULL PRIMARY KEY);
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-sql-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_written_brings_B_to_A_and_keeps_its_rows()
    {
        Run("a.db", A);
        Run("b.db", B);

        var run = await DiffAsync("sqlite:a.db", "sqlite:b.db", "--sql");
        var untouched = await DiffAsync("sqlite:a.db", "sqlite:b.db");
        Run("b.db", run.Out);
        var after = await DiffAsync("sqlite:a.db", "sqlite:b.db");

        Assert.Equal((1, 1), (run.ExitCode, untouched.ExitCode));
        Assert.StartsWith("-- What brings B (sqlite:", run.Out, StringComparison.Ordinal);
        Assert.True(after.ExitCode == 0, run.Out + after.Out);
        Assert.Equal("7 Ann 3 kept", Scalar("b.db", "SELECT c.\"Id\" || ' ' || c.\"Name\" || ' ' || c.\"Rank\" || ' ' || o.\"Note\" FROM \"Customers\" c JOIN \"Orders\" o ON o.\"CustomerId\" = c.\"Id\""));
        Assert.Equal("-- Nothing differs.", (await DiffAsync("sqlite:a.db", "sqlite:b.db", "--sql")).Out.Trim().Split('\n')[^1]);
    }

    [Fact]
    public async Task What_cannot_be_written_is_said()
    {
        Run("a.db", A + "CREATE VIEW \"V\" AS SELECT \"Id\" FROM \"Orders\";");
        Run("b.db", A);

        var run = await DiffAsync("sqlite:a.db", "sqlite:b.db", "--sql", "--format", "json");

        var sql = run.Json.GetProperty("sql").GetString()!;
        Assert.Contains("-- Not written: V (view) is ", sql, StringComparison.Ordinal);
        Assert.DoesNotContain(sql.Split('\n'), line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal));
        Assert.Equal("drift", run.Json.GetProperty("stages")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Two_engines_get_no_statement()
    {
        var sql = SchemaScript.Write(Side(Engine.Sqlite), Side(Engine.MySql, "Total"), null, new MySqlSchemaWriter());

        Assert.Contains("-- A and B are of two engines.", sql, StringComparison.Ordinal);
        Assert.All(sql.Trim().Split('\n'), line => Assert.StartsWith("--", line, StringComparison.Ordinal));
    }

    [Fact]
    public void On_MySql_a_table_is_altered()
    {
        var wanted = new Table
        {
            Name = "T",
            Columns = [Column("Id", "int"), Column("Name", "varchar(50)"), Column("New", "int")],
            Indexes = [new TableIndex { Name = "IX", IsUnique = true, Parts = [new IndexPart { Column = "Name" }] }],
            Checks = [new CheckConstraint("CK", "`Id` > 0")],
        };
        var actual = wanted with
        {
            Columns = [Column("Id", "int"), Column("Name", "varchar(40)") with { IsNullable = true }, Column("Old", "int")],
            Indexes = [wanted.Indexes[0] with { IsUnique = false }],
            Checks = [],
        };

        var sql = SchemaScript.Write(Side(wanted), Side(actual), null, new MySqlSchemaWriter());

        Assert.Equal(
            [
                "ALTER TABLE `T` ADD COLUMN `New` int NOT NULL;",
                "ALTER TABLE `T` DROP COLUMN `Old`;",
                "ALTER TABLE `T` MODIFY COLUMN `Name` varchar(50) NOT NULL;",
                "ALTER TABLE `T` DROP INDEX `IX`, ADD UNIQUE KEY `IX` (`Name`);",
                "ALTER TABLE `T` ADD CONSTRAINT `CK` CHECK (`Id` > 0);",
            ],
            sql.Split('\n').Where(line => line.StartsWith("ALTER", StringComparison.Ordinal)).OrderBy(line => line.Contains("COLUMN", StringComparison.Ordinal) ? 0 : line.Contains("INDEX", StringComparison.Ordinal) ? 1 : 2).ThenBy(line => line, StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_cannot_leave_its_comment()
    {
        var wanted = new Table { Name = "T", Options = new Dictionary<string, string> { ["engine"] = "x\nDROP TABLE y; --" } };

        var sql = SchemaScript.Write(Side(wanted), Side(wanted with { Options = new Dictionary<string, string>() }), null, new MySqlSchemaWriter());

        Assert.All(sql.Trim().Split('\n'), line => Assert.StartsWith("--", line, StringComparison.Ordinal));
    }

    private static DiffSide Side(Engine engine, params string[] columns) => new(engine.Id(), DiffSource.Database, Fakes.SampleModels.SchemaOf(engine, columns));

    private static DiffSide Side(Table table) => new("mysql", DiffSource.Database, new DatabaseSchema { Engine = Engine.MySql, Server = new ServerIdentity("MySQL", "9.7.4"), Tables = [table] });

    private static Column Column(string name, string type) => new() { Name = name, Ordinal = 1, Type = StoreTypeParser.Parse(type), IsNullable = false };

    private Task<ToolRun> DiffAsync(params string[] args) => ToolRun.With(null, _folder.FullName, null, null, ["diff", .. args]);

    private void Run(string file, string sql)
    {
        using var connection = Open(file);
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private string? Scalar(string file, string sql)
    {
        using var connection = Open(file);
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar()?.ToString();
    }

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, file)};Pooling=false");
        connection.Open();
        return connection;
    }
}
