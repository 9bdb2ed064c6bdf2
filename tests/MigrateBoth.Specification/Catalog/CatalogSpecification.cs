using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Specification.Catalog;

/// <summary>The catalog as a whole: nothing of it missed, nothing made up, in few statements and a stable order.</summary>
public abstract class CatalogSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    private const int AllowedStatements = 10;

    /// <summary>A script that makes an object no schema record can describe, and how it must be reported.</summary>
    protected abstract (string Script, string Kind, string Path) Unreadable { get; }

    /// <summary>A connection string that leads nowhere; a password in it is <c>s3cr3t</c>.</summary>
    protected abstract string Unreachable { get; }

    [Fact]
    public async Task An_empty_database_is_empty()
    {
        var schema = await ReadAsync();

        Assert.Equal(Fixture.Engine, schema.Engine);
        Assert.Equal(Fixture.Engine, Fixture.Reader.Engine);
        Assert.Equal(Fixture.Server.Identity, schema.Server);
        Assert.Empty(schema.Tables);
        Assert.Empty(schema.Views);
        Assert.Empty(schema.Triggers);
        Assert.Empty(schema.Unread);
    }

    [Fact]
    public async Task Three_hundred_tables_take_at_most_ten_statements()
    {
        await using var database = await Fixture.Server.CreateDatabaseAsync("many", CancellationToken.None);
        var tables = Enumerable.Range(0, 300).Select(i => $"""
            CREATE TABLE `t{i:000}` (
                `id` int NOT NULL PRIMARY KEY,
                `parent_id` int NULL,
                `name` varchar(50) NOT NULL DEFAULT 'x',
                CONSTRAINT `CK_{i:000}` CHECK (`id` > 0),
                CONSTRAINT `FK_{i:000}` FOREIGN KEY (`parent_id`) REFERENCES `t{Math.Max(0, i - 1):000}` (`id`));
            CREATE INDEX `IX_{i:000}` ON `t{i:000}` (`parent_id`);
            CREATE VIEW `v{i:000}` AS SELECT `id` FROM `t{i:000}`;
            """);
        await Fixture.ExecuteAsync(database.ConnectionString, string.Join('\n', tables));

        var read = await Fixture.ReadCountingStatementsAsync(database.ConnectionString);

        Assert.InRange(read.Statements, 1, AllowedStatements);
        Assert.Equal(300, read.Schema.Tables.Count);
        Assert.Equal(300, read.Schema.Views.Count);
        Assert.All(read.Schema.Views, v => Assert.True(v.IsValid));
        Assert.Empty(read.Schema.Unread);
        Assert.All(read.Schema.Tables, t =>
        {
            Assert.Equal(3, t.Columns.Count);
            Assert.Single(t.Checks);
            Assert.Single(t.ForeignKeys);
            Assert.Equal("IX_" + t.Name[1..], Assert.Single(t.Indexes).Name);
        });
    }

    [Fact]
    public async Task Tables_come_in_the_ordinal_order_of_their_names()
    {
        var schema = await ReadAsync(
            "CREATE TABLE `b` (`a` int NOT NULL)",
            "CREATE TABLE `Z` (`a` int NOT NULL)",
            "CREATE TABLE `é` (`a` int NOT NULL)",
            "CREATE TABLE `a_b` (`a` int NOT NULL)",
            "CREATE TABLE `aB` (`a` int NOT NULL)",
            "CREATE VIEW `y` AS SELECT `a` FROM `b`",
            "CREATE VIEW `X` AS SELECT `a` FROM `b`");

        Assert.Equal(["Z", "aB", "a_b", "b", "é"], schema.Tables.Select(t => t.Name));
        Assert.Equal(["X", "y"], schema.Views.Select(v => v.Name));
    }

    [Fact]
    public async Task Reading_twice_gives_the_same()
    {
        await using var database = await Fixture.Server.CreateDatabaseAsync("twice", CancellationToken.None);
        await Fixture.ExecuteAsync(database.ConnectionString, """
            CREATE TABLE `parent` (`id` int NOT NULL PRIMARY KEY, `code` varchar(20) NOT NULL UNIQUE);
            CREATE TABLE `child` (`id` int NOT NULL PRIMARY KEY, `p` int NULL, `q` int NULL,
                CONSTRAINT `FK_1` FOREIGN KEY (`p`) REFERENCES `parent` (`id`),
                CONSTRAINT `FK_2` FOREIGN KEY (`q`) REFERENCES `parent` (`id`),
                CONSTRAINT `CK_1` CHECK ((`p` > 0)));
            CREATE VIEW `v` AS SELECT `id` FROM `child`;
            """);

        var first = await Fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
        var second = await Fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);

        Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(second));
    }

    [Fact]
    public async Task Bookkeeping_of_EF_Core_is_left_out_and_its_leftovers_are_not()
    {
        var schema = await ReadAsync(
            "CREATE TABLE `__EFMigrationsHistory` (`MigrationId` varchar(150) NOT NULL PRIMARY KEY, `ProductVersion` varchar(32) NOT NULL)",
            "CREATE TABLE `__EFMigrationsLock` (`Id` int NOT NULL PRIMARY KEY, `Timestamp` varchar(50) NOT NULL)",
            "CREATE TABLE `ef_temp_Orders` (`Id` int NOT NULL PRIMARY KEY)");

        Assert.Equal(["ef_temp_Orders"], schema.Tables.Select(t => t.Name));
        Assert.Empty(schema.Unread);
    }

    [Fact]
    public async Task What_cannot_be_described_is_reported()
    {
        var schema = await ReadAsync("CREATE TABLE `t` (`a` int NOT NULL)", Unreadable.Script);

        var unread = Assert.Single(schema.Unread);
        Assert.Equal((Unreadable.Kind, Unreadable.Path), (unread.Kind, unread.Path?.ToString()));
        Assert.NotEmpty(unread.Reason);
        Assert.Equal(["t"], schema.Tables.Select(t => t.Name));
    }

    [Fact]
    public async Task An_unreachable_database_is_an_error_without_secrets()
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() => Fixture.Reader.ReadAsync(Unreachable, CancellationToken.None));

        Assert.Equal(ExitCode.Incomplete, error.ExitCode);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", error.Code);
        Assert.NotNull(error.Hint);
        Assert.DoesNotContain("s3cr3t", error.Message + error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        await using var database = await Fixture.Server.CreateDatabaseAsync("cancel", CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fixture.Reader.ReadAsync(database.ConnectionString, cancelled.Token));
    }
}
