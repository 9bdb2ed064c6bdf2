using MigrateBoth.Core.Schema;

namespace MigrateBoth.Specification.Catalog;

/// <summary>Foreign keys (catalogue row S-69).</summary>
public abstract class ForeignKeySpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    private const string Parent = "CREATE TABLE `parent` (`id` int NOT NULL PRIMARY KEY)";

    /// <summary>The actions that the engine tells apart and that its tables accept, with their SQL.</summary>
    protected virtual IReadOnlyList<(ReferentialAction Action, string Sql)> Actions { get; } =
    [
        (ReferentialAction.NoAction, "NO ACTION"),
        (ReferentialAction.Restrict, "RESTRICT"),
        (ReferentialAction.Cascade, "CASCADE"),
        (ReferentialAction.SetNull, "SET NULL"),
    ];

    [Fact]
    public async Task Every_combination_of_actions_is_read()
    {
        var combinations = Actions.SelectMany(_ => Actions, (delete, update) => (Delete: delete, Update: update)).ToList();
        var children = combinations.Select((c, i) => $"""
            CREATE TABLE `child{i:00}` (
                `id` int NOT NULL PRIMARY KEY,
                `parent_id` int NULL,
                CONSTRAINT `FK_{i:00}` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE {c.Delete.Sql} ON UPDATE {c.Update.Sql})
            """);

        var schema = await ReadAsync([Parent, .. children]);

        Assert.Empty(schema.Unread);
        var keys = schema.Tables.Where(t => t.Name != "parent").Select(t => Assert.Single(t.ForeignKeys));
        Assert.Equal(
            combinations.Select((c, i) => ((string?)$"FK_{i:00}", c.Delete.Action, c.Update.Action)),
            keys.Select(k => (k.Name, k.OnDelete, k.OnUpdate)));
    }

    [Fact]
    public virtual async Task Without_a_word_the_action_is_no_action()
    {
        var key = await ReadChildAsync("CONSTRAINT `FK_child` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`)");

        Assert.Equal((ReferentialAction.NoAction, ReferentialAction.NoAction), (key.OnDelete, key.OnUpdate));
        Assert.False(key.IsDeferred);
    }

    [Fact]
    public async Task Columns_and_principal_are_read()
    {
        var key = await ReadChildAsync("CONSTRAINT `FK_child` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`)");

        Assert.Equal("FK_child", key.Name);
        Assert.Equal(["parent_id"], key.Columns);
        Assert.Equal("parent", key.PrincipalTable);
        Assert.Equal(["id"], key.PrincipalColumns);
    }

    [Fact]
    public async Task Composite_keys_keep_their_pairs()
    {
        var schema = await ReadAsync(
            "CREATE TABLE `parent` (`a` int NOT NULL, `b` int NOT NULL, `c` int NOT NULL, PRIMARY KEY (`c`, `a`, `b`))",
            """
            CREATE TABLE `child` (
                `x` int NOT NULL, `y` int NOT NULL, `z` int NOT NULL,
                CONSTRAINT `FK_child` FOREIGN KEY (`z`, `x`, `y`) REFERENCES `parent` (`c`, `a`, `b`) ON DELETE CASCADE)
            """);

        var key = Assert.Single(schema.Tables.Single(t => t.Name == "child").ForeignKeys);
        Assert.Equal([("z", "c"), ("x", "a"), ("y", "b")], key.Columns.Zip(key.PrincipalColumns));
        Assert.Equal(ReferentialAction.Cascade, key.OnDelete);
    }

    [Fact]
    public async Task A_self_reference_is_read()
    {
        var table = await ReadTableAsync("""
            CREATE TABLE `node` (
                `id` int NOT NULL PRIMARY KEY,
                `parent_id` int NULL,
                CONSTRAINT `FK_node` FOREIGN KEY (`parent_id`) REFERENCES `node` (`id`) ON DELETE SET NULL)
            """);

        var key = Assert.Single(table.ForeignKeys);
        Assert.Equal(("node", ReferentialAction.SetNull), (key.PrincipalTable, key.OnDelete));
    }

    [Fact]
    public async Task A_reference_to_an_alternate_key_is_read()
    {
        var schema = await ReadAsync(
            "CREATE TABLE `parent` (`id` int NOT NULL PRIMARY KEY, `code` varchar(20) NOT NULL, CONSTRAINT `AK_parent` UNIQUE (`code`))",
            "CREATE TABLE `child` (`code` varchar(20) NOT NULL, CONSTRAINT `FK_child` FOREIGN KEY (`code`) REFERENCES `parent` (`code`))");

        var key = Assert.Single(schema.Tables.Single(t => t.Name == "child").ForeignKeys);
        Assert.Equal(["code"], key.PrincipalColumns);
    }

    [Fact]
    public async Task Several_keys_of_one_table_are_distinguished()
    {
        var schema = await ReadAsync(Parent, """
            CREATE TABLE `child` (
                `one` int NOT NULL,
                `two` int NULL,
                CONSTRAINT `FK_z` FOREIGN KEY (`one`) REFERENCES `parent` (`id`) ON DELETE CASCADE,
                CONSTRAINT `FK_a` FOREIGN KEY (`two`) REFERENCES `parent` (`id`) ON DELETE SET NULL)
            """);

        Assert.Equal(
            [("FK_a", "two", ReferentialAction.SetNull), ("FK_z", "one", ReferentialAction.Cascade)],
            schema.Tables.Single(t => t.Name == "child").ForeignKeys
                .Select(k => (k.Name, Assert.Single(k.Columns), k.OnDelete))
                .OrderBy(k => k.Name, StringComparer.Ordinal));
    }

    private async Task<ForeignKey> ReadChildAsync(string constraint)
    {
        var schema = await ReadAsync(Parent, $"CREATE TABLE `child` (`parent_id` int NOT NULL, {constraint})");
        Assert.Empty(schema.Unread);
        return Assert.Single(schema.Tables.Single(t => t.Name == "child").ForeignKeys);
    }
}
