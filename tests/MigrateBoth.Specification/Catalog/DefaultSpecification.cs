using MigrateBoth.Core.Schema;

namespace MigrateBoth.Specification.Catalog;

/// <summary>Column defaults of each kind (catalogue rows S-40, S-43).</summary>
public abstract class DefaultSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    /// <summary>A default that is the current time, as the engine's catalog spells it.</summary>
    protected virtual string CurrentTimestamp => "CURRENT_TIMESTAMP";

    /// <summary>The column type and literal of a binary default with the bytes 01 02 AB.</summary>
    protected abstract string BinaryColumn { get; }

    [Theory]
    [InlineData("varchar(50) NOT NULL DEFAULT 'abc'", ColumnDefaultKind.Text, "abc")]
    [InlineData("varchar(50) NOT NULL DEFAULT ''", ColumnDefaultKind.Text, "")]
    [InlineData("varchar(50) NOT NULL DEFAULT 'it''s'", ColumnDefaultKind.Text, "it's")]
    [InlineData("varchar(50) NOT NULL DEFAULT ''''", ColumnDefaultKind.Text, "'")]
    [InlineData("varchar(50) NOT NULL DEFAULT 'NULL'", ColumnDefaultKind.Text, "NULL")]
    [InlineData("varchar(50) NOT NULL DEFAULT 'CURRENT_TIMESTAMP'", ColumnDefaultKind.Text, "CURRENT_TIMESTAMP")]
    [InlineData("varchar(50) NOT NULL DEFAULT '42'", ColumnDefaultKind.Text, "42")]
    [InlineData("varchar(50) NOT NULL DEFAULT 'a -- b /* c */, (d '", ColumnDefaultKind.Text, "a -- b /* c */, (d ")]
    [InlineData("varchar(50) NOT NULL DEFAULT '\"é`]表'", ColumnDefaultKind.Text, "\"é`]表")]
    [InlineData("int NOT NULL DEFAULT 42", ColumnDefaultKind.Number, "42")]
    [InlineData("int NOT NULL DEFAULT -1", ColumnDefaultKind.Number, "-1")]
    [InlineData("int NULL DEFAULT 0", ColumnDefaultKind.Number, "0")]
    [InlineData("decimal(10,2) NOT NULL DEFAULT 1.50", ColumnDefaultKind.Number, "1.50")]
    [InlineData("tinyint(1) NOT NULL DEFAULT TRUE", ColumnDefaultKind.Number, "1")]
    [InlineData("tinyint(1) NOT NULL DEFAULT FALSE", ColumnDefaultKind.Number, "0")]
    public async Task Literals_are_read(string definition, ColumnDefaultKind kind, string value)
    {
        var actual = await ReadDefaultAsync(definition);

        Assert.NotNull(actual);
        Assert.Equal((kind, value), (actual.Kind, actual.Value));
    }

    [Theory]
    [InlineData("int NULL")]
    [InlineData("int NULL DEFAULT NULL")]
    [InlineData("varchar(50) NOT NULL")]
    public async Task No_default_and_null_are_none(string definition) => Assert.Null(await ReadDefaultAsync(definition));

    [Fact]
    public async Task Binary_literals_are_read()
    {
        var actual = await ReadDefaultAsync(BinaryColumn);

        Assert.NotNull(actual);
        Assert.Equal((ColumnDefaultKind.Binary, "0x0102AB"), (actual.Kind, actual.Value));
    }

    [Fact]
    public async Task Expressions_are_read_without_their_parentheses()
    {
        var actual = await ReadDefaultAsync("int NOT NULL DEFAULT ((1 + 1))");

        Assert.NotNull(actual);
        Assert.Equal((ColumnDefaultKind.Expression, "1 + 1"), (actual.Kind, actual.Value));
    }

    [Fact]
    public async Task The_current_time_is_an_expression()
    {
        var actual = await ReadDefaultAsync("datetime NOT NULL DEFAULT CURRENT_TIMESTAMP");

        Assert.NotNull(actual);
        Assert.Equal((ColumnDefaultKind.Expression, CurrentTimestamp), (actual.Kind, actual.Value));
    }

    private async Task<ColumnDefault?> ReadDefaultAsync(string definition)
    {
        var table = await ReadTableAsync($"CREATE TABLE `t` (`c` {definition})");
        return Assert.Single(table.Columns).Default;
    }
}
