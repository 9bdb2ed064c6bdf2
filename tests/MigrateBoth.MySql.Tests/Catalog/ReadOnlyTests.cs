using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Tests.Servers;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>A database that is not ours is read by an account that may only read, and nothing is written to it.</summary>
public abstract class ReadOnlyTests(ServerFixture fixture)
{
    private const string Password = "s3cr3t-word";

    private static readonly string[] Script =
    [
        "CREATE TABLE `__EFMigrationsHistory` (`MigrationId` varchar(150) NOT NULL PRIMARY KEY, `ProductVersion` varchar(32) NOT NULL)",
        "INSERT INTO `__EFMigrationsHistory` VALUES ('20260201000000_Next', '9.0.0'), ('20260101000000_Init', '9.0.0')",
        "CREATE TABLE `t` (`id` int NOT NULL PRIMARY KEY)",
    ];

    [Theory]
    [InlineData("INSERT INTO `t` VALUES (1)")]
    [InlineData("CREATE TABLE `u` (`id` int)")]
    [InlineData("DROP TABLE `t`")]
    public async Task The_server_refuses_a_write_in_the_session_that_reads_even_of_root(string write)
    {
        await using var database = await fixture.ScratchAsync(Script);
        await using var connection = await ReadOnlySession.OpenAsync(MySqlTarget.Parse(database.ConnectionString), CancellationToken.None);
        await using var command = new MySqlCommand(write, connection);

        var error = await Assert.ThrowsAsync<MySqlException>(() => command.ExecuteNonQueryAsync());

        // ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION
        Assert.Equal(1792, (int)error.ErrorCode);
    }

    [Fact]
    public async Task An_account_with_nothing_but_SELECT_is_enough_and_sends_nothing_but_questions()
    {
        await using var database = await fixture.ScratchAsync(Script);
        await using var account = await Account.CreateAsync(fixture, Password, $"GRANT SELECT ON `{database.Name}`.* TO {{0}}");
        var connection = fixture.As(account.User, Password, database.Name);
        await fixture.ExecuteAsync("SET GLOBAL log_output = 'TABLE'");
        await fixture.ExecuteAsync("SET GLOBAL general_log = ON");
        List<string> sent;
        try
        {
            var schema = await new MySqlCatalogReader().ReadAsync(connection, CancellationToken.None);
            var recorded = await new MySqlHistoryTableReader().ReadAsync(connection, CancellationToken.None);
            Assert.Equal(["t"], schema.Tables.Select(table => table.Name));
            Assert.Equal(["20260101000000_Init", "20260201000000_Next"], recorded);
        }
        finally
        {
            await fixture.ExecuteAsync("SET GLOBAL general_log = OFF");
            sent = await StatementsOfAsync(account.User);
        }

        Assert.True(sent.Count >= 10, string.Join('\n', sent));
        Assert.All(sent, statement => Assert.Matches("^(SELECT|SHOW|SET NAMES|SET SESSION)", statement.TrimStart('(').TrimStart()));
    }

    [Fact]
    public async Task A_database_without_a_history_table_has_recorded_nothing()
    {
        await using var database = await fixture.ScratchAsync("CREATE TABLE `t` (`id` int NOT NULL PRIMARY KEY)");

        Assert.Null(await new MySqlHistoryTableReader().ReadAsync(database.ConnectionString, CancellationToken.None));
    }

    [Fact]
    public async Task A_history_table_that_the_account_may_not_read_is_an_error_and_not_an_empty_history()
    {
        await using var database = await fixture.ScratchAsync(Script);
        await using var account = await Account.CreateAsync(fixture, Password, $"GRANT SELECT ON `{database.Name}`.`t` TO {{0}}");

        var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
            new MySqlHistoryTableReader().ReadAsync(fixture.As(account.User, Password, database.Name), CancellationToken.None));

        Assert.Equal((ExitCode.Incomplete, "mysql-access-denied"), (error.ExitCode, error.Code));
        Assert.DoesNotContain(Password, error.Message + error.Hint, StringComparison.Ordinal);
    }

    private async Task<List<string>> StatementsOfAsync(string user)
    {
        await using var connection = new MySqlConnection(fixture.ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(
            $"SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE user_host LIKE '%{user}%' AND command_type IN ('Query', 'Execute', 'Prepare')", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var statements = new List<string>();
        while (await reader.ReadAsync())
        {
            statements.Add(reader.GetString(0));
        }

        return statements;
    }
}

[Collection(OnMySql.Name)]
public sealed class MySqlReadOnlyTests(MySqlFixture fixture) : ReadOnlyTests(fixture);

[Collection(OnMariaDb.Name)]
public sealed class MariaDbReadOnlyTests(MariaDbFixture fixture) : ReadOnlyTests(fixture);
