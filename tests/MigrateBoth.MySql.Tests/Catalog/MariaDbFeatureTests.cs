using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>What only MariaDB has, read from a real one.</summary>
[Collection(OnMariaDb.Name)]
public sealed class MariaDbFeatureTests(MariaDbFixture fixture)
{
    [Fact]
    public async Task Json_is_a_type_and_a_check_that_was_written_is_a_check()
    {
        var table = await TableAsync("""
            CREATE TABLE `t` (
                `alias` json NULL,
                `written` longtext CHECK (json_valid(`written`)),
                `other` int CHECK (`other` > 3))
            """);

        Assert.Equal(["json", "longtext", "int"], table.Columns.Select(c => c.Type.Name));
        Assert.Null(table.Columns[0].Collation);
        Assert.Equal(["`other` > 3", "json_valid(`written`)"], table.Checks.Select(c => c.Expression));
        Assert.All(table.Checks, c => Assert.Null(c.Name));
    }

    [Theory]
    [InlineData(@"text NOT NULL DEFAULT ('it''s \\ é 表')", ColumnDefaultKind.Text, @"it's \ é 表")]
    [InlineData("varchar(20) NOT NULL DEFAULT 'a\nb'", ColumnDefaultKind.Text, "a\nb")]
    [InlineData("varchar(20) NOT NULL DEFAULT 'current_timestamp()'", ColumnDefaultKind.Text, "current_timestamp()")]
    [InlineData("bit(3) NOT NULL DEFAULT b'101'", ColumnDefaultKind.Number, "5")]
    [InlineData("decimal(10,2) NOT NULL DEFAULT '1.5'", ColumnDefaultKind.Number, "1.50")]
    [InlineData(@"varbinary(5) NOT NULL DEFAULT 'a\0b'", ColumnDefaultKind.Binary, "0x610062")]
    [InlineData("datetime(6) NOT NULL DEFAULT current_timestamp(6)", ColumnDefaultKind.Expression, "current_timestamp(6)")]
    [InlineData("varchar(9) NOT NULL DEFAULT (concat('a','b''c'))", ColumnDefaultKind.Expression, @"concat('a','b\'c')")]
    public async Task Defaults_are_decoded(string definition, ColumnDefaultKind kind, string value)
    {
        var actual = (await TableAsync($"CREATE TABLE `t` (`c` {definition})")).Columns[0].Default;

        Assert.Equal((kind, value), (actual?.Kind, actual?.Value));
    }

    [Fact]
    public async Task A_binary_default_that_the_catalog_cannot_show_is_reported()
    {
        var schema = await fixture.ReadAsync("CREATE TABLE `t` (`c` varbinary(5) NOT NULL DEFAULT 0x0102AB)");

        Assert.Equal(("column default", "t.c"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));
    }

    [Theory]
    [InlineData("varchar(9) NOT NULL DEFAULT '😀'", "column default")]
    [InlineData("varchar(9) NOT NULL DEFAULT (concat('😀','x'))", "column default")]
    [InlineData("varchar(9) AS (concat('😀','x')) VIRTUAL", "generated column")]
    [InlineData("varchar(9) NOT NULL CHECK (`c` <> '😀')", "check")]
    public async Task Characters_that_the_catalog_cannot_show_are_reported(string definition, string kind)
    {
        var schema = await fixture.ReadAsync($"CREATE TABLE `t` (`c` {definition})");

        Assert.Equal((kind, "t.c"), (Assert.Single(schema.Unread).Kind, schema.Unread[0].Path?.ToString()));
    }

    [Fact]
    public async Task Invisible_columns_and_ignored_indexes_are_read()
    {
        var table = await TableAsync("""
            CREATE TABLE `t` (
                `a` int NOT NULL,
                `at` timestamp(6) NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6) INVISIBLE,
                `next` int AS (`a` + 1) VIRTUAL INVISIBLE,
                KEY `hidden` (`a`) IGNORED)
            """);

        Assert.Equal([false, true, true], table.Columns.Select(c => c.IsInvisible));
        Assert.Equal("current_timestamp(6)", table.Columns[1].OnUpdate);
        Assert.Equal("`a` + 1", table.Columns[2].Generated?.Expression);
        Assert.False(Assert.Single(table.Indexes).IsVisible);
    }

    [Fact]
    public async Task A_unique_index_over_long_values_is_a_hash()
    {
        var table = await TableAsync("CREATE TABLE `t` (`a` longtext NOT NULL, UNIQUE KEY `u` (`a`))");

        Assert.Equal(("hash", true), (table.Indexes[0].Method, table.Indexes[0].IsUnique));
    }

    [Fact]
    public async Task Versioning_sequences_and_periods_are_not_silent()
    {
        var schema = await fixture.ReadAsync(
            "CREATE SEQUENCE `s`",
            "CREATE TABLE `versioned` (`a` int NOT NULL, `b` int NOT NULL WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING",
            "CREATE TABLE `valid` (`a` date NOT NULL, `b` date NOT NULL, PERIOD FOR `p` (`a`, `b`))");

        Assert.Equal(
            [("column attribute", "versioned.b"), ("sequence", "s"), ("system versioned table", "versioned")],
            schema.Unread.Select(u => (u.Kind, u.Path!.ToString())));
        Assert.Equal(["valid", "versioned"], schema.Tables.Select(t => t.Name));
        Assert.Equal(("p", "`a` < `b`"), (schema.Tables[0].Checks[0].Name, schema.Tables[0].Checks[0].Expression));
    }

    private async Task<Table> TableAsync(string script)
    {
        var schema = await fixture.ReadAsync(script);
        Assert.Empty(schema.Unread);
        return Assert.Single(schema.Tables);
    }
}
