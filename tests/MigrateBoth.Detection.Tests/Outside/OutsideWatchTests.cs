using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Detection.Tests.Attacks;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.Tool.Verification;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace MigrateBoth.Detection.Tests.Outside;

/// <summary>What migrations do outside their database, on real servers: it is named at the migration and undone.</summary>
public sealed class OutsideWatchTests(AttackServers servers) : IClassFixture<AttackServers>
{
    private const string Sound = "20260101000000_Sound";
    private const string Planted = "20260201000000_Planted";

    [ShopTheory]
    [InlineData("makes database mb_out_a", "CREATE DATABASE mb_out_a")]
    [InlineData("makes database mb_out_b", "CREATE SCHEMA IF NOT EXISTS mb_out_b; CREATE TABLE mb_out_b.Log (Id int PRIMARY KEY)")]
    [InlineData("makes table mb_out.Log", "CREATE TABLE mb_out.Log (Id int PRIMARY KEY)")]
    [InlineData("makes view mb_out.Seen", "CREATE VIEW mb_out.Seen AS SELECT Id FROM mb_out.There")]
    [InlineData("makes procedure mb_out.Run", "CREATE PROCEDURE mb_out.Run() SELECT 1")]
    [InlineData("makes event mb_out.Nightly", "CREATE EVENT mb_out.Nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DO 1")]
    [InlineData("makes trigger mb_out.Watch", "CREATE TRIGGER mb_out.Watch BEFORE INSERT ON mb_out.There FOR EACH ROW SET NEW.Id = NEW.Id + 1")]
    [InlineData("makes user mb_reader@%", "CREATE USER 'mb_reader'@'%' IDENTIFIED BY 's3cret'; GRANT SELECT ON mb_out.* TO 'mb_reader'@'%'")]
    [InlineData("changes variable max_connect_errors", "SET GLOBAL max_connect_errors = 4711")]
    public async Task What_is_made_on_the_server_is_named_and_undone(string said, string sql)
    {
        await using var there = await OutsideAsync("CREATE DATABASE mb_out; CREATE TABLE mb_out.There (Id int PRIMARY KEY)", "DROP DATABASE mb_out");
        var before = await servers.MySql.LookOutsideAsync(CancellationToken.None);

        var findings = await MigrateAsync(sql);

        var finding = Assert.Single(findings);
        Assert.Equal(("MB911", Planted, ObjectKind.Migration, Severity.Error), (finding.Rule, finding.Object.ToString(), finding.Kind, finding.Severity));
        Assert.Contains($"{Planted} {said} ", finding.Message, StringComparison.Ordinal);
        Assert.Contains("It was undone", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", finding.Message, StringComparison.Ordinal);
        Assert.Empty(OutsideChange.Between(before, await servers.MySql.LookOutsideAsync(CancellationToken.None)));
    }

    [ShopFact]
    public async Task What_a_later_stage_makes_again_goes_when_the_run_ends_and_the_server_stays()
    {
        await using var database = await servers.MySql.CreateDatabaseAsync("root", CancellationToken.None);
        var warm = await MySqlScratchServer.ConnectAsync(MySqlTarget.Parse(database.ConnectionString), new ServerOrigin("container"), lease: null, server: null, CancellationToken.None);
        var before = await warm.LookOutsideAsync(CancellationToken.None);
        await ExecuteAsync(database.ConnectionString, "CREATE DATABASE mb_out_again");
        var made = Assert.Single(OutsideChange.Between(before, await warm.LookOutsideAsync(CancellationToken.None)));

        Assert.True(await warm.UndoAsync(made, CancellationToken.None));
        await ExecuteAsync(database.ConnectionString, "CREATE DATABASE mb_out_again");
        await warm.DisposeAsync();

        Assert.Empty(OutsideChange.Between(before, await servers.MySql.LookOutsideAsync(CancellationToken.None)));
    }

    [ShopTheory]
    [InlineData("changes grant mb_there@% on mb_out", "GRANT INSERT ON mb_out.* TO 'mb_there'@'%'")]
    [InlineData("drops table mb_out.There", "DROP TABLE mb_out.There")]
    [InlineData("changes table mb_out.There", "ALTER TABLE mb_out.There ADD Name varchar(9) NULL")]
    [InlineData("runs 'CREATE DATABASE IF NOT EXISTS mb_out'", "CREATE DATABASE IF NOT EXISTS mb_out")]
    public async Task What_was_there_and_is_changed_is_named(string said, string sql)
    {
        await using var there = await OutsideAsync(
            "CREATE DATABASE mb_out; CREATE TABLE mb_out.There (Id int PRIMARY KEY); CREATE USER 'mb_there'@'%' IDENTIFIED BY 'x'; GRANT SELECT ON mb_out.* TO 'mb_there'@'%'",
            "DROP DATABASE mb_out; DROP USER 'mb_there'@'%'");

        var finding = Assert.Single(await MigrateAsync(sql));

        Assert.Equal(("MB911", Planted), (finding.Rule, finding.Object.ToString()));
        Assert.Contains($"{Planted} {said}", finding.Message, StringComparison.Ordinal);
    }

    [ShopTheory]
    [InlineData("CREATE USER", "user, grant")]
    [InlineData("SYSTEM_VARIABLES_ADMIN", null)]
    [InlineData("PROCESS", null)]
    public async Task What_an_account_may_change_and_not_look_at_is_said(string privilege, string? unseen)
    {
        await using var account = await OutsideAsync(
            $"CREATE USER 'mb_blind'@'%' IDENTIFIED BY 'blind'; GRANT CREATE, DROP, {privilege} ON *.* TO 'mb_blind'@'%'", "DROP USER 'mb_blind'@'%'");
        await using var database = await servers.MySql.CreateDatabaseAsync("root", CancellationToken.None);
        var connection = new MySqlConnectionStringBuilder(database.ConnectionString) { UserID = "mb_blind", Password = "blind" }.ConnectionString;
        var blind = await MySqlScratchServer.ConnectAsync(MySqlTarget.Parse(connection), new ServerOrigin("container"), lease: null, server: null, CancellationToken.None);
        var watch = await OutsideWatch.BeginAsync(blind, _ => Task.FromResult<IReadOnlyList<MigrationOperations>>([]), CancellationToken.None);

        var findings = await watch.EndAsync(Run(Engine.MySql), CancellationToken.None);

        Assert.Equal(unseen is null ? [] : [$"The account may change what it may not look at on MySQL ({unseen}): whether the migrations do is not known."], findings.Select(finding => finding.Message));
        Assert.All(findings, finding => Assert.Equal(("MB911", Severity.Error), (finding.Rule, finding.Severity)));
    }

    [ShopFact]
    public async Task A_statement_that_is_put_together_at_run_time_is_a_warning_because_it_may_be_another_client_s()
    {
        await using var after = await OutsideAsync("DO 1", "DROP DATABASE mb_out_dynamic");

        var finding = Assert.Single(await MigrateAsync("SET @sql = CONCAT('CREATE DATABASE mb_out_', 'dynamic'); PREPARE s FROM @sql; EXECUTE s"));

        Assert.Equal(("MB911", "mb_out_dynamic", Severity.Warning), (finding.Rule, finding.Object.ToString(), finding.Severity));
    }

    [ShopFact]
    public async Task Migrations_that_stay_in_their_database_are_silent_also_while_another_run_makes_its_own()
    {
        IScratchDatabase? other = null;

        var findings = await MigrateAsync(
            "ALTER DATABASE CHARACTER SET utf8mb4; CREATE TABLE T (Id int PRIMARY KEY, Name varchar(90)); INSERT INTO T VALUES (1, 'first; GRANT ALL ON x.* TO y; CREATE DATABASE z')",
            "CREATE PROCEDURE P() BEGIN DO 1; SET GLOBAL max_connections = 5; GRANT SELECT ON a.* TO b; END",
            async () => other = await servers.MySql.CreateDatabaseAsync("other", CancellationToken.None));

        Assert.Empty(findings);
        await other!.DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_SQLite_attaches_is_named_and_removed_when_it_is_new()
    {
        var path = Path.Combine(Path.GetTempPath(), $"mb-out-{Guid.NewGuid():N}.db");
        await using var database = await servers.Sqlite.CreateDatabaseAsync("migrated", CancellationToken.None);
        var watch = await OutsideWatch.BeginAsync(servers.Sqlite, _ => throw new InvalidOperationException("nothing to attribute"), CancellationToken.None);
        var sql = $"ATTACH DATABASE '{path}' AS audit; CREATE TABLE audit.Log (Id INTEGER PRIMARY KEY); DETACH audit";
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        Assert.True(File.Exists(path));
        var (text, file) = Assert.Single(OutsideStatement.In(Engine.Sqlite, sql, "main"));
        var finding = Assert.Single(await watch.EndAsync(Run(Engine.Sqlite, new OutsideStatement(Planted, text, file, IsNewFile: true)), CancellationToken.None));

        Assert.Equal(("MB911", Planted), (finding.Rule, finding.Object.ToString()));
        Assert.Contains(path, finding.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    /// <summary>Runs the commands as two migrations would, the first of which is sound.</summary>
    private Task<IReadOnlyList<Finding>> MigrateAsync(string sql) => MigrateAsync(sql, "DO 1", () => Task.CompletedTask);

    private async Task<IReadOnlyList<Finding>> MigrateAsync(string sql, string then, Func<Task> meanwhile)
    {
        await using var database = await servers.MySql.CreateDatabaseAsync("migrated", CancellationToken.None);
        IReadOnlyList<MigrationOperations> migrations = [new(Sound, [Raw("CREATE TABLE Orders (Id int)")]), new(Planted, [Raw(sql), Raw(then)])];
        var watch = await OutsideWatch.BeginAsync(servers.MySql, _ => Task.FromResult(migrations), CancellationToken.None);
        await meanwhile();
        await ExecuteAsync(database.ConnectionString, sql, then);
        var statements = new[] { sql, then }.SelectMany(text => OutsideStatement.In(Engine.MySql, text, database.Name)).Select(found => new OutsideStatement(Planted, found.Text));
        return await watch.EndAsync(Run(Engine.MySql, [.. statements]), CancellationToken.None);
    }

    private static MigrationRun Run(Engine engine, params OutsideStatement[] statements) => new() { Engine = engine, Completed = [Sound, Planted], Outside = statements };

    private static OperationDescription Raw(string sql) => new() { Kind = "Sql", Sql = sql, Summary = "sql" };

    private static async Task ExecuteAsync(string connectionString, params string[] statements)
    {
        await using var connection = new MySqlConnection(connectionString + ";AllowUserVariables=true");
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new MySqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Something that is on the server, and goes with the test.</summary>
    private async Task<IAsyncDisposable> OutsideAsync(string make, string remove)
    {
        var database = await servers.MySql.CreateDatabaseAsync("root", CancellationToken.None);
        await ExecuteAsync(database.ConnectionString, make);
        return new Removal(database, remove);
    }

    private sealed class Removal(IScratchDatabase database, string statements) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await ExecuteAsync(database.ConnectionString, statements);
            await database.DisposeAsync();
        }
    }
}
