using MigrateBoth.Core.Schema;

namespace MigrateBoth.Specification.Catalog;

/// <summary>Primary keys and unique constraints (catalogue rows S-36, S-37).</summary>
public abstract class KeySpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    [Fact]
    public async Task A_table_may_have_no_key()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL)");

        Assert.Null(table.PrimaryKey);
        Assert.Empty(table.UniqueConstraints);
        Assert.Empty(table.Indexes);
    }

    [Theory]
    [InlineData("`id` int NOT NULL PRIMARY KEY")]
    [InlineData("`id` int NOT NULL, PRIMARY KEY (`id`)")]
    [InlineData("`id` int NOT NULL, CONSTRAINT `PK_t` PRIMARY KEY (`id`)")]
    [InlineData("`id` varchar(20) NOT NULL, CONSTRAINT `PK_t` PRIMARY KEY (`id`)")]
    public async Task A_single_key_is_read(string columns)
    {
        var table = await ReadTableAsync($"CREATE TABLE `t` ({columns})");

        Assert.Equal(["id"], table.PrimaryKey?.Columns);
        Assert.Empty(table.UniqueConstraints);
        Assert.Empty(table.Indexes);
    }

    [Fact]
    public async Task A_composite_key_keeps_the_order_of_the_key()
    {
        var table = await ReadTableAsync(
            "CREATE TABLE `t` (`a` int NOT NULL, `b` varchar(20) NOT NULL, `c` int NOT NULL, CONSTRAINT `PK_t` PRIMARY KEY (`c`, `a`, `b`))");

        Assert.Equal(["c", "a", "b"], table.PrimaryKey?.Columns);
        Assert.Empty(table.Indexes);
    }

    [Fact]
    public async Task Unique_constraints_are_read_whether_or_not_the_catalog_tells_them_from_indexes()
    {
        var table = await ReadTableAsync("""
            CREATE TABLE `t` (
                `a` int NOT NULL UNIQUE,
                `b` int NOT NULL,
                `c` int NOT NULL,
                CONSTRAINT `AK_t_c_b` UNIQUE (`c`, `b`))
            """);

        Assert.Equal(["a", "c,b"], UniqueSets(table));
        Assert.Null(table.PrimaryKey);
    }

    [Fact]
    public async Task A_named_unique_constraint_keeps_its_name()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL, CONSTRAINT `AK_t_a` UNIQUE (`a`))");

        var names = table.UniqueConstraints.Select(u => u.Name).Concat(table.Indexes.Select(i => i.Name));
        Assert.Equal(["AK_t_a"], names);
    }

    [Fact]
    public async Task A_unique_index_is_an_index()
    {
        var table = await ReadTableAsync(
            "CREATE TABLE `t` (`a` int NOT NULL)",
            "CREATE UNIQUE INDEX `IX_t_a` ON `t` (`a`)");

        var index = Assert.Single(table.Indexes);
        Assert.Equal(("IX_t_a", true), (index.Name, index.IsUnique));
        Assert.Empty(table.UniqueConstraints);
    }

    private static IEnumerable<string> UniqueSets(Table table) => table.UniqueConstraints
        .Select(u => string.Join(',', u.Columns))
        .Concat(table.Indexes.Where(i => i.IsUnique).Select(i => string.Join(',', i.Parts.Select(p => p.Column))))
        .Order(StringComparer.Ordinal);
}
