using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Tests.Sql;

public sealed class DefaultParserTests
{
    [Theory]
    [InlineData("'abc'", ColumnDefaultKind.Text, "abc")]
    [InlineData("('it''s')", ColumnDefaultKind.Text, "it's")]
    [InlineData("\"double \"\"quoted\"\"\"", ColumnDefaultKind.Text, "double \"quoted\"")]
    [InlineData("bare", ColumnDefaultKind.Text, "bare")]
    [InlineData("[bracketed]", ColumnDefaultKind.Text, "bracketed")]
    [InlineData("'null'", ColumnDefaultKind.Text, "null")]
    [InlineData("1", ColumnDefaultKind.Number, "1")]
    [InlineData("((1))", ColumnDefaultKind.Number, "1")]
    [InlineData("-1.50", ColumnDefaultKind.Number, "-1.50")]
    [InlineData("- 3", ColumnDefaultKind.Number, "-3")]
    [InlineData("+2", ColumnDefaultKind.Number, "2")]
    [InlineData("1_000", ColumnDefaultKind.Number, "1000")]
    [InlineData("0x1F", ColumnDefaultKind.Number, "31")]
    [InlineData("-0x10", ColumnDefaultKind.Number, "-16")]
    [InlineData("0xFFFFFFFFFFFFFFFF", ColumnDefaultKind.Number, "-1")]
    [InlineData("true", ColumnDefaultKind.Number, "1")]
    [InlineData("False", ColumnDefaultKind.Number, "0")]
    [InlineData("x'01ab'", ColumnDefaultKind.Binary, "0x01AB")]
    [InlineData("X''", ColumnDefaultKind.Binary, "0x")]
    [InlineData("CURRENT_TIMESTAMP", ColumnDefaultKind.Expression, "CURRENT_TIMESTAMP")]
    [InlineData("(1+1)", ColumnDefaultKind.Expression, "1+1")]
    [InlineData("(1)+(1)", ColumnDefaultKind.Expression, "(1)+(1)")]
    [InlineData("'a' || 'b'", ColumnDefaultKind.Expression, "'a' || 'b'")]
    [InlineData("-'a'", ColumnDefaultKind.Expression, "-'a'")]
    [InlineData("datetime('now')", ColumnDefaultKind.Expression, "datetime('now')")]
    public void Parse_tells_literals_from_expressions(string text, ColumnDefaultKind kind, string value) =>
        Assert.Equal(new ColumnDefault(kind, value, text), DefaultParser.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("NULL")]
    [InlineData("(null)")]
    public void Parse_takes_null_for_none(string? text) => Assert.Null(DefaultParser.Parse(text));
}
