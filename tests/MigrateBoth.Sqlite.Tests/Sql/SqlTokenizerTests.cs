using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Tests.Sql;

public sealed class SqlTokenizerTests
{
    [Theory]
    [InlineData("a b_1$ é表", "Word:a Word:b_1$ Word:é表")]
    [InlineData("'it''s' '' 'a\nb'", "String:'it''s' String:'' String:'a\nb'")]
    [InlineData("\"a\"\"b\" `c``d` [e\"f]", "QuotedName:\"a\"\"b\" QuotedName:`c``d` QuotedName:[e\"f]")]
    [InlineData("x'0F' X'ab' x y'z'", "Blob:x'0F' Blob:X'ab' Word:x Word:y String:'z'")]
    [InlineData("1 1.5 .5 1. 1e5 1E-5 1e+5 0x1F 1_000", "Number:1 Number:1.5 Number:.5 Number:1. Number:1e5 Number:1E-5 Number:1e+5 Number:0x1F Number:1_000")]
    [InlineData("1-1 0xe+1", "Number:1 Symbol:- Number:1 Number:0xe Symbol:+ Number:1")]
    [InlineData("a--b\nc", "Word:a Word:c")]
    [InlineData("a--b", "Word:a")]
    [InlineData("a/*'*/b/**/c", "Word:a Word:b Word:c")]
    [InlineData("a/* open", "Word:a")]
    [InlineData("a-b/c", "Word:a Symbol:- Word:b Symbol:/ Word:c")]
    [InlineData("'--' \"/*\"", "String:'--' QuotedName:\"/*\"")]
    [InlineData("a||b<>c", "Word:a Symbol:| Symbol:| Word:b Symbol:< Symbol:> Word:c")]
    [InlineData("t.a", "Word:t Symbol:. Word:a")]
    [InlineData("a\u00a0b", "Word:a\u00a0b")]
    [InlineData(" \t\r\n\f", "")]
    public void Tokenize_cuts_as_SQLite_does(string sql, string expected) =>
        Assert.Equal(expected, string.Join(' ', SqlTokenizer.Tokenize(sql).Select(t => $"{t.Kind}:{t.Text}")));

    [Theory]
    [InlineData("'open")]
    [InlineData("'open''")]
    [InlineData("\"open")]
    [InlineData("[open")]
    [InlineData("x'0F")]
    [InlineData("a ^ b")]
    [InlineData("1e")]
    [InlineData("1_")]
    [InlineData("0x1G")]
    [InlineData("{")]
    public void Tokenize_refuses_what_SQLite_refuses(string sql) => Assert.Throws<SqlSyntaxException>(() => SqlTokenizer.Tokenize(sql));

    [Theory]
    [InlineData("'it''s'", "it's")]
    [InlineData("''''", "'")]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("`a``b`", "a`b")]
    [InlineData("[a''b]", "a''b")]
    [InlineData("plain", "plain")]
    [InlineData("x'0f'", "0f")]
    public void Value_is_free_of_quotes(string sql, string value) => Assert.Equal(value, SqlTokenizer.Tokenize(sql).Single().Value);
}
