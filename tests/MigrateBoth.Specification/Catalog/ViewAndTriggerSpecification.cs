namespace MigrateBoth.Specification.Catalog;

/// <summary>Views and triggers, which EF Core never makes and raw SQL does (catalogue rows S-79, M-19).</summary>
public abstract class ViewAndTriggerSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    private const string Table = "CREATE TABLE `t` (`a` int NOT NULL, `b` int NULL)";

    [Fact]
    public async Task A_view_is_read_with_its_columns()
    {
        var schema = await ReadAsync(Table, "CREATE VIEW `v` AS SELECT `b`, `a` AS `other` FROM `t`");

        Assert.Empty(schema.Unread);
        Assert.Equal(["t"], schema.Tables.Select(t => t.Name));
        var view = Assert.Single(schema.Views);
        Assert.Equal("v", view.Name);
        Assert.Equal(["b", "other"], view.Columns);
        Assert.StartsWith("select", view.Definition, StringComparison.OrdinalIgnoreCase);
        Assert.True(view.IsValid);
    }

    [Fact]
    public async Task A_view_whose_table_is_gone_is_not_valid()
    {
        var schema = await ReadAsync(
            Table,
            "CREATE TABLE `other` (`a` int NOT NULL)",
            "CREATE VIEW `broken` AS SELECT `a` FROM `t`",
            "CREATE VIEW `sound` AS SELECT `a` FROM `other`",
            "DROP TABLE `t`");

        Assert.Equal([("broken", false), ("sound", true)], schema.Views.Select(v => (v.Name, v.IsValid)));
        Assert.Empty(schema.Views[0].Columns);
        Assert.Equal(["a"], schema.Views[1].Columns);
    }

    [Theory]
    [InlineData("BEFORE", "INSERT")]
    [InlineData("BEFORE", "UPDATE")]
    [InlineData("BEFORE", "DELETE")]
    [InlineData("AFTER", "INSERT")]
    [InlineData("AFTER", "UPDATE")]
    [InlineData("AFTER", "DELETE")]
    public async Task A_trigger_is_read_with_its_timing_and_event(string timing, string @event)
    {
        var schema = await ReadAsync(
            Table,
            "CREATE TABLE `log` (`text` varchar(50) NOT NULL)",
            $"CREATE TRIGGER `tr` {timing} {@event} ON `t` FOR EACH ROW BEGIN DELETE FROM `log`; INSERT INTO `log` VALUES ('END; -- x'); END");

        Assert.Empty(schema.Unread);
        var trigger = Assert.Single(schema.Triggers);
        Assert.Equal(("tr", "t", timing, @event), (trigger.Name, trigger.Table, trigger.Timing, trigger.Event));
        Assert.Contains("DELETE FROM `log`", trigger.Definition, StringComparison.Ordinal);
    }
}
