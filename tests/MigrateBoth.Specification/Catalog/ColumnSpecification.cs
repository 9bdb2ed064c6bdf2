using MigrateBoth.Core.Schema;

namespace MigrateBoth.Specification.Catalog;

/// <summary>Columns: order, type, nullability, generation, identity, collation.</summary>
public abstract class ColumnSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    /// <summary>Declared types of this engine, and what each is taken apart into.</summary>
    protected abstract IReadOnlyList<(string Declaration, StoreType Expected)> Types { get; }

    /// <summary>The definition of an integer key column that the engine numbers.</summary>
    protected abstract string IdentityColumn { get; }

    /// <summary>A column definition with a collation that is not the default.</summary>
    protected abstract (string Definition, string Collation) Collated { get; }

    [Fact]
    public async Task Columns_are_read_in_the_order_of_the_table()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`z` int NOT NULL, `a` int NOT NULL, `m` int NOT NULL)");

        Assert.Equal("t", table.Name);
        Assert.Equal([("z", 1), ("a", 2), ("m", 3)], table.Columns.Select(c => (c.Name, c.Ordinal)));
    }

    [Fact]
    public async Task Added_columns_come_last()
    {
        var table = await ReadTableAsync(
            "CREATE TABLE `t` (`b` int NOT NULL)",
            "ALTER TABLE `t` ADD `a` int NULL");

        Assert.Equal([("b", 1, false), ("a", 2, true)], table.Columns.Select(c => (c.Name, c.Ordinal, c.IsNullable)));
    }

    [Fact]
    public async Task Nullability_is_read()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`required` int NOT NULL, `optional` int NULL, `unsaid` int)");

        Assert.Equal([("required", false), ("optional", true), ("unsaid", true)], table.Columns.Select(c => (c.Name, c.IsNullable)));
    }

    [Fact]
    public async Task Types_are_taken_apart()
    {
        var columns = Types.Select((type, i) => $"`c{i}` {type.Declaration}");
        var table = await ReadTableAsync($"CREATE TABLE `t` ({string.Join(", ", columns)})");

        Assert.All(Types.Zip(table.Columns), pair =>
            Assert.True(
                pair.First.Expected.IsSameAs(pair.Second.Type),
                $"{pair.First.Declaration}: expected {Describe(pair.First.Expected)}, read {Describe(pair.Second.Type)}"));
    }

    [Fact]
    public async Task Generated_columns_are_read_with_expression_and_storage()
    {
        var table = await ReadTableAsync("""
            CREATE TABLE `t` (
                `a` int NOT NULL,
                `computed` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL,
                `kept` int GENERATED ALWAYS AS ((`a` + 2)) STORED)
            """);

        Assert.Equal(
            [("a", null), ("computed", new GeneratedColumn("`a` + 1", IsStored: false)), ("kept", new GeneratedColumn("`a` + 2", IsStored: true))],
            table.Columns.Select(c => (c.Name, c.Generated)));
        Assert.All(table.Columns, c => Assert.Null(c.Default));
    }

    [Fact]
    public async Task Identity_is_read()
    {
        var table = await ReadTableAsync($"CREATE TABLE `t` (`id` {IdentityColumn}, `other` int NOT NULL)");

        Assert.Equal([("id", true), ("other", false)], table.Columns.Select(c => (c.Name, c.IsIdentity)));
        Assert.Equal(["id"], table.PrimaryKey?.Columns);
    }

    [Fact]
    public async Task An_integer_key_is_no_identity_by_itself()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`id` int NOT NULL PRIMARY KEY)");

        Assert.False(Assert.Single(table.Columns).IsIdentity);
    }

    [Fact]
    public async Task Collations_are_read()
    {
        var table = await ReadTableAsync($"CREATE TABLE `t` (`number` int NOT NULL, `text` {Collated.Definition})");

        Assert.Equal([("number", null), ("text", Collated.Collation)], table.Columns.Select(c => (c.Name, c.Collation)));
    }

    private static string Describe(StoreType type) =>
        $"{type.Name} length {type.Length} precision {type.Precision} scale {type.Scale} unsigned {type.IsUnsigned} [{string.Join('|', type.Values)}]";
}
