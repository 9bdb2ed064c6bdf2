using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MigrateBoth.EndToEnd.Tests.Infrastructure;
using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Pairs;

/// <summary>Real databases, one of each engine.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ApplyTests(InstalledTool tool, MySqlContainer mySql)
{
    private readonly string _database = $"notes_{Guid.NewGuid():N}"[..20];

    private string MySql => mySql.Database(_database);

    [MySqlFact]
    public async Task Both_engines_go_forward_and_back_and_list_shows_it()
    {
        using var sandbox = await tool.Prepared.SampleAsync("layouts/Contexts");

        var forward = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--mysql", MySql, "--no-build", "--format", "json");
        var again = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--mysql", MySql, "--no-build", "--format", "json");
        var back = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--mysql", MySql, "--no-build", "--to", "initial", "--format", "json");
        var list = await sandbox.RunAsync("list", "--sqlite", "notes.db", "--mysql", MySql, "--no-build", "--format", "json");

        Assert.Equal(["applied", "applied"], Statuses(forward));
        Assert.Contains("(does not exist: it will be created)", forward.Error, StringComparison.Ordinal);
        Assert.Equal(["upToDate", "upToDate"], Statuses(again));
        Assert.Equal(["applied", "applied"], Statuses(back));
        foreach (var engine in new[] { "sqlite", "mysql" })
        {
            Assert.Equal(
                [true, false],
                list.Json.GetProperty("migrations").EnumerateArray().Select(row => row.GetProperty(engine).GetProperty("applied").GetBoolean()));
        }
    }

    [MySqlFact]
    public async Task A_migration_that_fails_half_way_is_told_command_by_command_and_the_other_engine_is_done()
    {
        using var sandbox = await BrokenAsync("""
            migrationBuilder.Sql("CREATE TABLE Stays (Id int)");
            migrationBuilder.Sql("INSERT INTO Stays VALUES (1)");
            migrationBuilder.Sql("UPDATE Stays SET NoSuchColumn = 1");
            migrationBuilder.Sql("CREATE TABLE Never (Id int)");
            """);

        var run = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--mysql", MySql, "--format", "json");

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Equal(["applied", "failed"], Statuses(run));
        var failure = run.Json.GetProperty("databases")[1].GetProperty("failure");
        Assert.Equal(1054, failure.GetProperty("errorNumber").GetInt32());
        Assert.Equal(
            ["stays", "stays", "failed", "notReached", "notReached"],
            failure.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("state").GetString()));

        // What the report says is what the database has.
        Assert.Equal(1L, await mySql.ScalarAsync(_database, "SELECT COUNT(*) FROM Stays"));
        Assert.Equal(0L, await TablesAsync("Never"));
        Assert.Equal(2L, await mySql.ScalarAsync(_database, "SELECT COUNT(*) FROM __EFMigrationsHistory"));
        Assert.DoesNotContain(Failures.Secret, run.Output + run.Error, StringComparison.Ordinal);
    }

    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task Data_changes_before_any_ddl_are_rolled_back_and_reported_so()
    {
        using var sandbox = await BrokenAsync("""
            migrationBuilder.Sql("INSERT INTO Authors (Name) VALUES ('x')");
            migrationBuilder.Sql("UPDATE Authors SET NoSuchColumn = 1");
            """);
        var first = await sandbox.RunAsync("apply", "--mysql", MySql, "--to", "AddLabels", "--format", "json");
        Assert.Equal(["applied"], Statuses(first));

        var run = await sandbox.RunAsync("apply", "--mysql", MySql, "--no-build", "--format", "json");

        Assert.Equal(
            ["rolledBack", "failed", "notReached"],
            run.Json.GetProperty("databases")[0].GetProperty("failure").GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("state").GetString()));
        Assert.Equal(0L, await mySql.ScalarAsync(_database, "SELECT COUNT(*) FROM Authors"));
    }

    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task A_lock_that_another_session_holds_is_waited_for_with_a_bound_and_its_holder_named()
    {
        using var sandbox = await tool.Prepared.SampleAsync("layouts/Contexts");
        await using var holder = new MySqlConnection(mySql.Database(string.Empty));
        await holder.OpenAsync();
        await using (var command = new MySqlCommand($"SELECT GET_LOCK('__{_database}_EFMigrationsLock', 1)", holder))
        {
            await command.ExecuteScalarAsync();
        }

        var locked = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--mysql", MySql, "--lock-timeout", "2s", "--no-build", "--format", "json");

        Assert.True(locked.ExitCode == 2, locked.ToString());
        var error = locked.Json.GetProperty("error");
        Assert.Equal("migrations-locked", error.GetProperty("code").GetString());
        Assert.Contains($"connection {holder.ServerThread} (root@", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains($"KILL {holder.ServerThread};", error.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(sandbox.PathOf("notes.db")), "SQLite was migrated although MySQL was blocked");

        await holder.CloseAsync();
        var free = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--mysql", MySql, "--no-build", "--format", "json");
        Assert.Equal(["applied", "applied"], Statuses(free));
    }

    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task Interrupted_while_it_applies_it_says_how_far_it_got()
    {
        using var sandbox = await BrokenAsync("""
            migrationBuilder.Sql("CREATE TABLE Stays (Id int)");
            migrationBuilder.Sql("SELECT SLEEP(120)");
            """);
        using var interrupt = new CancellationTokenSource();
        var running = sandbox.RunAsync(tool.Executable, ["apply", "--mysql", MySql], interrupt.Token);
        await UntilAsync(async () => await mySql.ScalarAsync(string.Empty, "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO = 'SELECT SLEEP(120)'") is > 0L, running);

        var clock = Stopwatch.StartNew();
        await interrupt.CancelAsync();
        var run = await running;

        Assert.True(run.ExitCode == 130, run.ToString());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"it took {clock.Elapsed} to end");
        Assert.Matches("stays +.*CREATE TABLE Stays", run.Error);
        Assert.Contains("half applied", run.Error, StringComparison.Ordinal);
        Assert.Equal(0L, await mySql.ScalarAsync(string.Empty, "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO = 'SELECT SLEEP(120)'"));
    }

    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task A_wrong_password_is_reported_and_never_shown()
    {
        using var sandbox = await tool.Prepared.SampleAsync("layouts/Contexts");
        var wrong = new MySqlConnectionStringBuilder(MySql) { Password = "hunter2-wrong" }.ConnectionString;

        foreach (var command in new[] { "apply", "list" })
        {
            var run = await sandbox.RunAsync(command, "--mysql", wrong, "--no-build", "--verbose", "--format", "json");

            Assert.True(run.ExitCode == 2, run.ToString());
            Assert.Equal("mysql-access-denied", run.Json.GetProperty("error").GetProperty("code").GetString());
            Assert.DoesNotContain("hunter2-wrong", run.Output + run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_lock_row_that_a_killed_migrator_left_is_named_with_the_statement_that_frees_it()
    {
        using var sandbox = await tool.Prepared.SampleAsync("layouts/Contexts");
        var first = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--to", "Initial", "--no-build");
        Assert.True(first.ExitCode == 0, first.ToString());
        Execute(sandbox, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00+00:00')");

        var locked = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--no-build", "--format", "json");

        Assert.True(locked.ExitCode == 2, locked.ToString());
        Assert.Equal("migrations-locked", locked.Json.GetProperty("error").GetProperty("code").GetString());
        var hint = locked.Json.GetProperty("error").GetProperty("hint").GetString()!;
        Execute(sandbox, hint[hint.IndexOf("DELETE", StringComparison.Ordinal)..]);
        var free = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--no-build", "--format", "json");
        Assert.Equal(["applied"], Statuses(free));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_table_of_an_interrupted_rebuild_is_named_before_anything_is_applied()
    {
        using var sandbox = await tool.Prepared.SampleAsync("layouts/Contexts");
        var first = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--to", "Initial", "--no-build");
        Assert.True(first.ExitCode == 0, first.ToString());
        Execute(sandbox, "CREATE TABLE ef_temp_Notes (Id INTEGER)");

        var run = await sandbox.RunAsync("apply", "--sqlite", "notes.db", "--no-build");

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Contains("DROP TABLE \"ef_temp_Notes\";", run.Error, StringComparison.Ordinal);
        Assert.Equal(1L, Scalar(sandbox, "SELECT COUNT(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Both_scripts_build_what_apply_builds()
    {
        using var sandbox = await tool.Prepared.SampleAsync("layouts/Contexts");

        var script = await sandbox.RunAsync("script", "--output", "sql", "--no-build");
        var apply = await sandbox.RunAsync("apply", "--sqlite", "applied.db", "--no-build");

        Assert.True(script.ExitCode == 0 && apply.ExitCode == 0, $"{script}{apply}");
        Execute(sandbox, await File.ReadAllTextAsync(sandbox.PathOf("sql", "sqlite.sql")), "scripted.db");
        const string Tables = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE name NOT LIKE '\\_\\_EFMigrationsLock' ESCAPE '\\' ORDER BY name)";
        Assert.Equal(Scalar(sandbox, Tables, "applied.db"), Scalar(sandbox, Tables, "scripted.db"));
    }

    private async Task<Sandbox> BrokenAsync(string mySqlUp)
    {
        var sandbox = await tool.Prepared.SampleAsync("layouts/Contexts");
        var add = await sandbox.RunAsync("add", "Broken", "--no-build", "--format", "json");
        Assert.True(add.ExitCode == 0, add.ToString());
        var file = add.Json.GetProperty("files").EnumerateArray().Select(path => path.GetString()!)
            .Single(path => path.Contains("MySql", StringComparison.Ordinal) && path.EndsWith("_Broken.cs", StringComparison.Ordinal));
        var code = await File.ReadAllTextAsync(file);
        var up = code.IndexOf('{', code.IndexOf("void Up(", StringComparison.Ordinal)) + 1;
        await File.WriteAllTextAsync(file, code.Insert(up, "\n" + mySqlUp));
        return sandbox;
    }

    private async Task<object?> TablesAsync(string name) =>
        await mySql.ScalarAsync(_database, $"SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '{name}'");

    private static async Task UntilAsync(Func<Task<bool>> condition, Task<ToolResult> running)
    {
        while (!await condition())
        {
            Assert.False(running.IsCompleted, running.IsCompleted ? (await running).ToString() : null);
            await Task.Delay(50);
        }
    }

    private static IEnumerable<string?> Statuses(ToolResult run)
    {
        Assert.True(run.Json.TryGetProperty("databases", out var databases), run.ToString());
        return databases.EnumerateArray().Select(database => database.GetProperty("status").GetString());
    }

    private static void Execute(Sandbox sandbox, string sql, string file = "notes.db") => Scalar(sandbox, sql, file);

    private static object? Scalar(Sandbox sandbox, string sql, string file = "notes.db")
    {
        using var connection = new SqliteConnection($"Data Source={sandbox.PathOf(file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
