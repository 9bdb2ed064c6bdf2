using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>What only MySQL has, read from a real one.</summary>
[Collection(OnMySql.Name)]
public sealed class MySqlFeatureTests(MySqlFixture fixture)
{
    [Fact]
    public async Task Character_sets_and_collations_are_read_at_every_level()
    {
        var schema = await fixture.ReadAsync("""
            CREATE TABLE `t` (`a` varchar(9) NOT NULL, `b` varchar(9) CHARACTER SET latin1 NOT NULL, `c` varchar(9) COLLATE utf8mb4_0900_bin NOT NULL)
                COLLATE utf8mb4_general_ci
            """);

        Assert.Equal(("utf8mb4", "utf8mb4_0900_ai_ci"), (schema.DefaultCharacterSet, schema.DefaultCollation));
        var table = Assert.Single(schema.Tables);
        Assert.Equal("utf8mb4_general_ci", table.Collation);
        Assert.Equal(
            [("utf8mb4", "utf8mb4_general_ci"), ("latin1", "latin1_swedish_ci"), ("utf8mb4", "utf8mb4_0900_bin")],
            table.Columns.Select(c => (c.CharacterSet, c.Collation)));
    }

    [Fact]
    public async Task Comments_are_read_wherever_they_stand()
    {
        var table = await TableAsync(@"CREATE TABLE `t` (`a` int NOT NULL COMMENT 'it''s é \\', KEY `k` (`a`) COMMENT 'of ""index""') COMMENT 'of table'");

        Assert.Equal(@"it's é \", table.Columns[0].Comment);
        Assert.Equal("of \"index\"", table.Indexes[0].Comment);
        Assert.Equal("of table", table.Comment);
    }

    /// <summary>What a column of bytes that was made required is given for the rows that are there.</summary>
    [Theory]
    [InlineData("X''", "0x")]
    [InlineData("x'01ab'", "0x01AB")]
    [InlineData("0x01ab", "0x01AB")]
    public async Task Bytes_of_any_length_have_a_literal_for_a_default_as_well(string literal, string value)
    {
        var table = await TableAsync($"CREATE TABLE `t` (`c` longblob NOT NULL DEFAULT ({literal}))");

        Assert.Equal((ColumnDefaultKind.Binary, value), (table.Columns[0].Default?.Kind, table.Columns[0].Default?.Value));
    }

    [Fact]
    public async Task On_update_is_distinguished_from_the_default()
    {
        var table = await TableAsync("""
            CREATE TABLE `t` (
                `both` timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
                `update_only` timestamp(6) NULL ON UPDATE CURRENT_TIMESTAMP(6),
                `default_only` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP)
            """);

        Assert.Equal(
            [("CURRENT_TIMESTAMP(6)", "CURRENT_TIMESTAMP(6)"), (null, "CURRENT_TIMESTAMP(6)"), ("CURRENT_TIMESTAMP", null)],
            table.Columns.Select(c => (c.Default?.Value, c.OnUpdate)));
    }

    [Fact]
    public async Task Invisible_columns_are_read_with_all_their_other_attributes()
    {
        var table = await TableAsync("""
            CREATE TABLE `t` (
                `seen` int NOT NULL,
                `id` int NOT NULL AUTO_INCREMENT UNIQUE INVISIBLE,
                `at` datetime NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP INVISIBLE,
                `next` int AS (`seen` + 1) VIRTUAL INVISIBLE)
            """);

        Assert.Equal([false, true, true, true], table.Columns.Select(c => c.IsInvisible));
        Assert.True(table.Columns[1].IsIdentity);
        Assert.Equal("CURRENT_TIMESTAMP", table.Columns[2].OnUpdate);
        Assert.Equal(new GeneratedColumn("`seen` + 1", IsStored: false), table.Columns[3].Generated);
    }

    [Fact]
    public async Task Special_indexes_are_read()
    {
        var table = await TableAsync("""
            CREATE TABLE `t` (`text` longtext NOT NULL, `place` point NOT NULL SRID 0, `name` varchar(200) NOT NULL, `tags` json NOT NULL,
                FULLTEXT KEY `a_full` (`text`),
                SPATIAL KEY `b_space` (`place`),
                KEY `c_prefix` (`name`(10) DESC, `text`(20)),
                KEY `d_hidden` (`name`) INVISIBLE,
                KEY `e_multi` ((CAST(`tags`->'$.x' AS UNSIGNED ARRAY))))
            """);

        Assert.Equal(
            [("a_full", "fulltext", true), ("b_space", "spatial", true), ("c_prefix", "btree", true), ("d_hidden", "btree", false), ("e_multi", "btree", true)],
            table.Indexes.Select(i => (i.Name, i.Method, i.IsVisible)));
        Assert.Null(table.Indexes[1].Parts[0].PrefixLength);
        Assert.Equal([((int?)10, true), (20, false)], table.Indexes[2].Parts.Select(p => (p.PrefixLength, p.IsDescending)));
        Assert.Equal("cast(json_extract(`tags`,_utf8mb4'$.x') as unsigned array)", table.Indexes[4].Parts[0].Expression);
    }

    [Fact]
    public async Task A_hash_index_of_the_memory_engine_is_read()
    {
        var table = await TableAsync("CREATE TABLE `t` (`a` int NOT NULL, KEY `k` (`a`) USING HASH) ENGINE = MEMORY");

        Assert.Equal(("hash", "MEMORY"), (table.Indexes[0].Method, table.Options["engine"]));
    }

    [Theory]
    [InlineData("text NOT NULL DEFAULT ('abc')", ColumnDefaultKind.Text, "abc")]
    [InlineData(@"text NOT NULL DEFAULT ('it''s \\ é 😀')", ColumnDefaultKind.Text, @"it's \ é 😀")]
    [InlineData("text NOT NULL DEFAULT ('a\nb')", ColumnDefaultKind.Text, "a\nb")]
    [InlineData("int NOT NULL DEFAULT (5)", ColumnDefaultKind.Number, "5")]
    [InlineData("int NOT NULL DEFAULT ('5')", ColumnDefaultKind.Number, "5")]
    [InlineData("bit(3) NOT NULL DEFAULT b'101'", ColumnDefaultKind.Number, "5")]
    [InlineData("blob NOT NULL DEFAULT (0x00ff)", ColumnDefaultKind.Binary, "0x00FF")]
    [InlineData("varbinary(5) NOT NULL DEFAULT ''", ColumnDefaultKind.Binary, "0x")]
    [InlineData("datetime(3) NOT NULL DEFAULT '2020-01-02 03:04:05.6'", ColumnDefaultKind.Text, "2020-01-02 03:04:05.600")]
    [InlineData("char(36) NOT NULL DEFAULT (uuid())", ColumnDefaultKind.Expression, "uuid()")]
    [InlineData("varchar(9) NOT NULL DEFAULT (concat('a','b''c'))", ColumnDefaultKind.Expression, @"concat(_utf8mb4'a',_utf8mb4'b\'c')")]
    [InlineData("json NOT NULL DEFAULT ('[]')", ColumnDefaultKind.Text, "[]")]
    // The catalog cuts these: they are requested by themselves.
    [InlineData("varbinary(5) NOT NULL DEFAULT 0x010002", ColumnDefaultKind.Binary, "0x010002")]
    [InlineData("binary(4) NOT NULL DEFAULT 'ab'", ColumnDefaultKind.Binary, "0x61620000")]
    [InlineData("varchar(5) NOT NULL DEFAULT '😀'", ColumnDefaultKind.Text, "😀")]
    public async Task Defaults_are_decoded(string definition, ColumnDefaultKind kind, string value)
    {
        var actual = (await TableAsync($"CREATE TABLE `t` (`c` {definition})")).Columns[0].Default;

        Assert.Equal((kind, value), (actual?.Kind, actual?.Value));
    }

    [Fact]
    public async Task A_default_that_computes_null_is_none() =>
        Assert.Null((await TableAsync("CREATE TABLE `t` (`c` int NULL DEFAULT (NULL))")).Columns[0].Default);

    [Fact]
    public async Task Text_that_the_catalog_shows_as_latin_1_is_restored()
    {
        var table = await TableAsync("""
            CREATE TABLE `t` (
                `naïve 表` varchar(9) NOT NULL,
                `next` varchar(20) AS (concat(`naïve 表`, 'é😀')) VIRTUAL,
                CONSTRAINT `ck` CHECK (`naïve 表` <> 'ü'),
                KEY `k` ((concat(`naïve 表`, 'ß'))))
            """);

        Assert.Equal("concat(`naïve 表`,_utf8mb4'é😀')", table.Columns[1].Generated?.Expression);
        Assert.Equal("`naïve 表` <> _utf8mb4'ü'", table.Checks[0].Expression);
        Assert.Equal("concat(`naïve 表`,_utf8mb4'ß')", table.Indexes[0].Parts[0].Expression);
    }

    [Fact]
    public async Task A_check_that_is_not_enforced_is_distinguished()
    {
        var table = await TableAsync("CREATE TABLE `t` (`a` int NOT NULL, CONSTRAINT `off` CHECK (`a` > 0) NOT ENFORCED, CONSTRAINT `on` CHECK (`a` > 1))");

        Assert.Equal([("off", false), ("on", true)], table.Checks.Select(c => (c.Name, c.IsEnforced)));
    }

    [Fact]
    public async Task The_index_that_the_server_makes_for_a_foreign_key_is_reported_as_it_is()
    {
        var schema = await fixture.ReadAsync(
            "CREATE TABLE `p` (`id` int NOT NULL PRIMARY KEY)",
            "CREATE TABLE `c` (`p` int NOT NULL, CONSTRAINT `FK_c_p` FOREIGN KEY (`p`) REFERENCES `p` (`id`))");

        Assert.Equal(["FK_c_p"], schema.Tables.Single(t => t.Name == "c").Indexes.Select(i => i.Name));
    }

    [Fact]
    public async Task A_reference_to_another_database_says_so()
    {
        await using var other = await fixture.ScratchAsync("CREATE TABLE `p` (`id` int NOT NULL PRIMARY KEY)");
        await using var database = await fixture.ScratchAsync($"CREATE TABLE `c` (`p` int NOT NULL, FOREIGN KEY (`p`) REFERENCES `{other.Name}`.`p` (`id`))");

        var schema = await fixture.Engine.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);

        Assert.Equal($"{other.Name}.p", schema.Tables[0].ForeignKeys[0].PrincipalTable);
        await fixture.Engine.ExecuteAsync(database.ConnectionString, "DROP TABLE `c`");
    }

    [Fact]
    public async Task Views_do_not_name_the_database_they_are_in()
    {
        string[] script =
        [
            "CREATE TABLE `t` (`a` int NOT NULL, `s` varchar(99) NOT NULL)",
            "CREATE VIEW `v` AS SELECT `a`, 'it''s `x`.' AS `quoted` FROM `t` WHERE `s` <> '' WITH CASCADED CHECK OPTION",
        ];

        var one = (await fixture.ReadAsync(script)).Views[0].Definition;
        var other = (await fixture.ReadAsync(script)).Views[0].Definition;

        Assert.Equal(one, other);
        Assert.DoesNotContain("migrateboth_", one, StringComparison.Ordinal);
        Assert.Contains(@"'it\'s `x`.' AS `quoted`", one, StringComparison.Ordinal);
        Assert.EndsWith(" with cascaded check option", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_over_a_renamed_column_or_a_broken_view_is_not_valid()
    {
        var schema = await fixture.ReadAsync(
            "CREATE TABLE `t` (`a` int NOT NULL, `b` int NOT NULL)",
            "CREATE VIEW `direct` AS SELECT `a` FROM `t`",
            "CREATE VIEW `indirect` AS SELECT `a` FROM `direct`",
            "CREATE VIEW `sound` AS SELECT `b` FROM `t`",
            "ALTER TABLE `t` RENAME COLUMN `a` TO `c`");

        Assert.Equal([("direct", false), ("indirect", false), ("sound", true)], schema.Views.Select(v => (v.Name, v.IsValid)));
    }

    [Fact]
    public async Task What_has_no_counterpart_is_listed_with_the_reason()
    {
        var schema = await fixture.ReadAsync(
            "CREATE TABLE `parted` (`id` int NOT NULL PRIMARY KEY) PARTITION BY RANGE (`id`) (PARTITION `p0` VALUES LESS THAN (10), PARTITION `p1` VALUES LESS THAN MAXVALUE)",
            "CREATE FUNCTION `f`() RETURNS int DETERMINISTIC RETURN 1",
            "CREATE PROCEDURE `POMELO_BEFORE_DROP_PRIMARY_KEY`() SELECT 1",
            "CREATE EVENT `e` ON SCHEDULE EVERY 1 DAY DO SELECT 1");

        Assert.Equal(
            [("event", "e"), ("partitioned table", "parted"), ("routine", "POMELO_BEFORE_DROP_PRIMARY_KEY"), ("routine", "f")],
            schema.Unread.Select(u => (u.Kind, u.Path!.ToString())));
        Assert.Contains("PARTITION BY RANGE (`id`) (p0 VALUES 10, p1 VALUES MAXVALUE)", schema.Unread[1].Text, StringComparison.Ordinal);
        Assert.Contains("failed half way", schema.Unread[2].Reason, StringComparison.Ordinal);
        Assert.Equal(["parted"], schema.Tables.Select(t => t.Name));
    }

    [Fact]
    public async Task A_history_table_of_another_name_is_left_out()
    {
        await using var database = await fixture.ScratchAsync(
            "CREATE TABLE `my_history` (`MigrationId` varchar(150) NOT NULL PRIMARY KEY)",
            "CREATE TABLE `__EFMigrationsHistory` (`a` int NOT NULL)");

        var schema = await new MySqlCatalogReader("my_history").ReadAsync(database.ConnectionString, CancellationToken.None);

        Assert.Equal(["__EFMigrationsHistory"], schema.Tables.Select(t => t.Name));
    }

    private async Task<Table> TableAsync(string script)
    {
        var schema = await fixture.ReadAsync(script);
        Assert.Empty(schema.Unread);
        return Assert.Single(schema.Tables);
    }
}
