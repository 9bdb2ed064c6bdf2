using System.Globalization;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>An account that is not shown something is told so; it never reads an empty list as "there is none".</summary>
public abstract class PrivilegeTests(ServerFixture fixture)
{
    private const string Password = "s3cr3t-word";
    private const string EverythingNeeded = "GRANT SELECT, REFERENCES, SHOW VIEW, TRIGGER, EVENT, EXECUTE ON";

    private static readonly string[] Script =
    [
        "CREATE TABLE `p` (`id` int NOT NULL PRIMARY KEY)",
        "CREATE TABLE `c` (`id` int NOT NULL, `name` varchar(9) NOT NULL DEFAULT 'x', CONSTRAINT `ck` CHECK (`id` > 0), CONSTRAINT `fk` FOREIGN KEY (`id`) REFERENCES `p` (`id`))",
        "CREATE VIEW `v` AS SELECT `id` FROM `c`",
        "CREATE TRIGGER `tr` BEFORE INSERT ON `c` FOR EACH ROW SET NEW.`name` = 'y'",
        "CREATE PROCEDURE `r`() SELECT 1",
        "CREATE EVENT `e` ON SCHEDULE EVERY 1 DAY DO SELECT 1",
    ];

    protected abstract IReadOnlyList<string> HiddenFromReaders { get; }

    [Fact]
    public async Task The_documented_grants_show_everything()
    {
        await using var database = await fixture.ScratchAsync(Script);
        var asRoot = await fixture.Engine.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);

        var asAccount = await ReadAsync(database.Name, $"{EverythingNeeded} `{database.Name}`.* TO {{0}}");

        Assert.Equal(["event", "routine"], asRoot.Unread.Select(u => u.Kind));
        Assert.Equal(asRoot.Unread.Select(u => u.Path), asAccount.Unread.Select(u => u.Path));
        Assert.Single(asAccount.Triggers);
        Assert.Equal(asRoot.Views[0].Definition, asAccount.Views[0].Definition);
        Assert.Single(asAccount.Tables[0].ForeignKeys);
        Assert.Single(asAccount.Tables[0].Checks);
    }

    [Fact]
    public async Task What_an_account_that_may_only_read_is_not_shown_is_listed()
    {
        await using var database = await fixture.ScratchAsync(Script);

        var schema = await ReadAsync(database.Name, $"GRANT SELECT ON `{database.Name}`.* TO {{0}}");

        Assert.Equal(HiddenFromReaders, schema.Unread.Select(u => u.Kind));
        Assert.All(schema.Unread, u => Assert.Contains(EverythingNeeded, u.Reason, StringComparison.Ordinal));
        Assert.Equal(["c", "p"], schema.Tables.Select(t => t.Name));
    }

    [Theory]
    [InlineData("GRANT SELECT (`id`) ON `{0}`.`c` TO {1}")]
    [InlineData("GRANT ALL ON `{0}`.`c` TO {1}")]
    public async Task An_account_that_may_see_only_a_part_is_refused(string grant)
    {
        await using var database = await fixture.ScratchAsync(Script);

        var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
            ReadAsync(database.Name, string.Format(CultureInfo.InvariantCulture, grant, database.Name, "{0}")));

        Assert.Equal((ExitCode.Incomplete, "mysql-catalog-hidden"), (error.ExitCode, error.Code));
        Assert.Contains(database.Name.Replace("_", @"\_", StringComparison.Ordinal), error.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, error.Message + error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_any_right_is_refused_by_the_server()
    {
        await using var database = await fixture.ScratchAsync();

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => ReadAsync(database.Name));

        Assert.Equal("mysql-access-denied", error.Code);
    }

    [Fact]
    public async Task A_role_counts_when_it_is_active()
    {
        await using var database = await fixture.ScratchAsync(Script);
        var role = $"r{Guid.NewGuid().ToString("N")[..10]}";
        await fixture.ExecuteAsync($"CREATE ROLE `{role}`");
        try
        {
            await fixture.ExecuteAsync($"GRANT ALL ON `{database.Name}`.* TO `{role}`");

            var schema = await ReadAsync(database.Name, $"GRANT `{role}` TO {{0}}", DefaultRole(role));

            Assert.Equal(["event", "routine"], schema.Unread.Select(u => u.Kind));
            Assert.Single(schema.Triggers);
        }
        finally
        {
            await fixture.ExecuteAsync($"DROP ROLE `{role}`");
        }
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
            fixture.Engine.Reader.ReadAsync($"{fixture.ConnectionString};Database=nobody_made_this", CancellationToken.None));

        Assert.Equal("mysql-database-not-found", error.Code);
        Assert.Contains("nobody_made_this", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_without_a_database_is_wrong_configuration()
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() => fixture.Engine.Reader.ReadAsync(fixture.ConnectionString, CancellationToken.None));

        Assert.Equal((ExitCode.Configuration, "mysql-database-missing"), (error.ExitCode, error.Code));
    }

    protected abstract string DefaultRole(string role);

    private async Task<DatabaseSchema> ReadAsync(string database, params string[] grants)
    {
        await using var account = await Account.CreateAsync(fixture, Password, grants);
        return await new MySqlCatalogReader().ReadAsync(fixture.As(account.User, Password, database), CancellationToken.None);
    }
}

[Collection(OnMySql.Name)]
public sealed class MySqlPrivilegeTests(MySqlFixture fixture) : PrivilegeTests(fixture)
{
    protected override IReadOnlyList<string> HiddenFromReaders => ["events", "routines", "triggers", "view"];

    protected override string DefaultRole(string role) => $"SET DEFAULT ROLE `{role}` TO {{0}}";
}

[Collection(OnMariaDb.Name)]
public sealed class MariaDbPrivilegeTests(MariaDbFixture fixture) : PrivilegeTests(fixture)
{
    protected override IReadOnlyList<string> HiddenFromReaders => ["events", "foreign keys", "routines", "triggers", "view"];

    protected override string DefaultRole(string role) => $"SET DEFAULT ROLE `{role}` FOR {{0}}";
}
