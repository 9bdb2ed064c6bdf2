namespace MigrateBoth.Specification.Catalog;

/// <summary>Indexes: order, direction, uniqueness, expressions.</summary>
public abstract class IndexSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    private const string Table = "CREATE TABLE `t` (`a` int NOT NULL, `b` int NOT NULL, `c` varchar(20) NULL)";

    [Fact]
    public async Task The_order_and_the_direction_of_the_parts_are_kept()
    {
        var table = await ReadTableAsync(Table, "CREATE INDEX `IX_t` ON `t` (`c` DESC, `a`, `b` DESC)");

        var index = Assert.Single(table.Indexes);
        Assert.Equal("IX_t", index.Name);
        Assert.Equal([("c", true), ("a", false), ("b", true)], index.Parts.Select(p => (p.Column, p.IsDescending)));
        Assert.All(index.Parts, p => Assert.Null(p.Expression));
        Assert.All(index.Parts, p => Assert.Null(p.PrefixLength));
        Assert.All(index.Parts, p => Assert.Null(p.Collation));
        Assert.Null(index.Filter);
        Assert.Equal("btree", index.Method);
        Assert.True(index.IsVisible);
    }

    [Fact]
    public async Task Uniqueness_is_read()
    {
        var table = await ReadTableAsync(
            Table,
            "CREATE INDEX `IX_plain` ON `t` (`a`)",
            "CREATE UNIQUE INDEX `IX_unique` ON `t` (`b`)");

        Assert.Equal([("IX_plain", false), ("IX_unique", true)], table.Indexes.Select(i => (i.Name, i.IsUnique)));
    }

    [Fact]
    public async Task Indexes_come_in_the_order_of_their_names()
    {
        var table = await ReadTableAsync(
            Table,
            "CREATE INDEX `IX_c` ON `t` (`c`)",
            "CREATE INDEX `IX_B` ON `t` (`b`)",
            "CREATE INDEX `IX_a` ON `t` (`a`)");

        Assert.Equal(["IX_B", "IX_a", "IX_c"], table.Indexes.Select(i => i.Name));
    }

    [Fact]
    public virtual async Task Expressions_are_read_as_parts()
    {
        var table = await ReadTableAsync(Table, "CREATE INDEX `IX_t` ON `t` (`a`, ((`a` + `b`)) DESC)");

        var index = Assert.Single(table.Indexes);
        Assert.Equal(
            [("a", null, false), (null, "`a` + `b`", true)],
            index.Parts.Select(p => (p.Column, p.Expression, p.IsDescending)));
    }

    [Fact]
    public async Task Several_indexes_on_the_same_columns_are_all_read()
    {
        var table = await ReadTableAsync(
            Table,
            "CREATE INDEX `IX_one` ON `t` (`a`)",
            "CREATE UNIQUE INDEX `IX_two` ON `t` (`a`)");

        Assert.Equal(["IX_one", "IX_two"], table.Indexes.Select(i => i.Name));
    }
}
