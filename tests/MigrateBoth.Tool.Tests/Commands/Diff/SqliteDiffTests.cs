using Microsoft.Data.Sqlite;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Commands.Diff;

/// <summary>Two real files, no project, no server.</summary>
public sealed class SqliteDiffTests : IDisposable
{
    private const string Orders = """
        CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
        CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK" PRIMARY KEY AUTOINCREMENT, "Total" TEXT NOT NULL, "Note" TEXT NULL);
        CREATE VIEW "V" AS SELECT "Id" FROM "Orders";
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-diff-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_files_of_the_same_shape_are_equal_and_need_no_project()
    {
        Create("a.db", Orders);
        Create("b.db", Orders + "INSERT INTO \"Orders\" VALUES (1, '2', NULL);");

        var run = await RunAsync("sqlite:a.db", "sqlite:Data Source=b.db");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("Passed: drift", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_file_is_touched_and_nothing_is_left_beside_them()
    {
        Create("a.db", "PRAGMA journal_mode=WAL;" + Orders);
        Create("b.db", Orders + "ALTER TABLE \"Orders\" ADD COLUMN \"More\" INTEGER;");
        var before = Snapshot();

        var run = await RunAsync("sqlite:a.db", "sqlite:b.db", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("MB213", Assert.Single(run.Json.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task A_file_that_is_being_written_in_WAL_mode_is_read_with_what_is_committed()
    {
        Create("a.db", "PRAGMA journal_mode=WAL;" + Orders);
        Create("b.db", Orders);
        using var writer = Open("a.db");
        Execute(writer, "BEGIN; ALTER TABLE \"Orders\" ADD COLUMN \"Half\" INTEGER;");

        var during = await RunAsync("sqlite:a.db", "sqlite:b.db");
        Execute(writer, "COMMIT");
        var after = await RunAsync("sqlite:a.db", "sqlite:b.db");

        Assert.Equal((0, 1), (during.ExitCode, after.ExitCode));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_an_error_and_is_not_made()
    {
        Create("a.db", Orders);

        var run = await RunAsync("sqlite:a.db", "sqlite:gone.db", "--format", "json");

        Assert.Equal((2, "database-not-found"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "gone.db")));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_incomplete()
    {
        Create("a.db", Orders);
        File.WriteAllText(Path.Combine(_folder.FullName, "b.db"), new string('x', 4096));

        var run = await RunAsync("sqlite:a.db", "sqlite:b.db", "--format", "json");

        Assert.Equal((2, "database-unreadable"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.With(null, _folder.FullName, null, null, ["diff", .. arguments]);

    private void Create(string file, string script)
    {
        using var connection = Open(file);
        Execute(connection, script);
    }

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, file)};Pooling=false");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Snapshot() =>
        [.. _folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file =>
            $"{file.Name} {file.LastWriteTimeUtc:O} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.FullName)))}")];
}
