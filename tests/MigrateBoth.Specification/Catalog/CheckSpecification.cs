namespace MigrateBoth.Specification.Catalog;

/// <summary>Check constraints (catalogue row S-52).</summary>
public abstract class CheckSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    /// <summary>How the catalog gives back <c>`b` &lt;&gt; 'it''s (x) -- y /* z'</c>.</summary>
    protected virtual string HostileExpression => "`b` <> 'it''s (x) -- y /* z'";

    [Fact]
    public async Task A_named_check_is_read()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL, CONSTRAINT `CK_t_a` CHECK ((`a` > 0)))");

        var check = Assert.Single(table.Checks);
        Assert.Equal(("CK_t_a", "`a` > 0", true), (check.Name, check.Expression, check.IsEnforced));
    }

    [Fact]
    public virtual async Task A_check_on_the_column_is_read()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL CONSTRAINT `CK_t_a` CHECK ((`a` > 0)), `b` int NULL)");

        var check = Assert.Single(table.Checks);
        Assert.Equal(("CK_t_a", "`a` > 0"), (check.Name, check.Expression));
    }

    [Fact]
    public async Task Checks_come_in_the_order_of_their_names()
    {
        var table = await ReadTableAsync("""
            CREATE TABLE `t` (
                `a` int NOT NULL,
                CONSTRAINT `CK_z` CHECK ((`a` > 1)),
                CONSTRAINT `CK_m` CHECK ((`a` > 2)),
                CONSTRAINT `CK_a` CHECK ((`a` > 3)))
            """);

        Assert.Equal(
            [("CK_a", "`a` > 3"), ("CK_m", "`a` > 2"), ("CK_z", "`a` > 1")],
            table.Checks.Select(c => (c.Name, c.Expression)));
    }

    [Fact]
    public virtual async Task Only_parentheses_that_enclose_everything_are_taken_off()
    {
        var table = await ReadTableAsync("""
            CREATE TABLE `t` (`a` int NOT NULL, CONSTRAINT `CK_t` CHECK (((`a` > 0) and (`a` < 10))))
            """);

        Assert.Equal("(`a` > 0) and (`a` < 10)", Assert.Single(table.Checks).Expression);
    }

    [Fact]
    public async Task Hostile_text_in_a_check_does_not_confuse_the_reader()
    {
        var table = await ReadTableAsync("""
            CREATE TABLE `t` (
                `b` varchar(50) NOT NULL,
                CONSTRAINT `CK_hostile` CHECK ((`b` <> 'it''s (x) -- y /* z')),
                CONSTRAINT `CK_next` CHECK ((`b` > 0)))
            """);

        Assert.Equal(
            [("CK_hostile", HostileExpression), ("CK_next", "`b` > 0")],
            table.Checks.Select(c => (c.Name, c.Expression)));
    }

    [Fact]
    public async Task A_check_without_a_name_is_read()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`a` int NOT NULL, CHECK ((`a` > 0)))");

        Assert.Equal("`a` > 0", Assert.Single(table.Checks).Expression);
    }

    [Fact]
    public async Task A_table_may_have_no_checks()
    {
        var table = await ReadTableAsync("CREATE TABLE `t` (`check` int NOT NULL, `b` varchar(30) NOT NULL DEFAULT 'CHECK (1)')");

        Assert.Empty(table.Checks);
    }
}
