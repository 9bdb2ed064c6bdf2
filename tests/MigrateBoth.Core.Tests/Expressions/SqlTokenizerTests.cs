using MigrateBoth.Core.Expressions;

namespace MigrateBoth.Core.Tests.Expressions;

/// <summary>Where each engine's own tokenizer cuts, and ours with it.</summary>
public sealed class SqlTokenizerTests
{
    [Theory]
    [InlineData("1_000", "Number:1000", "Word:1_000")]
    [InlineData("1_0.5_0e1_0", "Number:10.50e10", null)]
    [InlineData("1a", null, "Word:1a")]
    [InlineData("1e5 1e", null, "Number:1e5 Word:1e")]
    [InlineData("a\u00a0b", "Word:a\u00a0b", "Word:a\u00a0b")]
    [InlineData("a\u3000=1", "Word:a\u3000 Symbol:= Number:1", "Word:a\u3000 Symbol:= Number:1")]
    [InlineData("a\t\f=1", "Word:a Symbol:= Number:1", "Word:a Symbol:= Number:1")]
    [InlineData("n'x'", "Word:n String:x", "String:x")]
    [InlineData("a--1", "Word:a", "Word:a Symbol:- Symbol:- Number:1")]
    [InlineData("a ^ 1", null, "Word:a Symbol:^ Number:1")]
    public void Each_engine_cuts_as_it_does_itself(string sql, string? sqlite, string? mySql)
    {
        Assert.Equal(sqlite, Cut(sql, SqlDialect.Sqlite));
        Assert.Equal(mySql, Cut(sql, SqlDialect.MySql));
    }

    [Theory]
    [InlineData("a = 'open", "the quote ' at position 4 is not closed")]
    [InlineData("[open", "the bracket at position 0 is not closed")]
    [InlineData("a { b", "character '{' at position 2 is not understood")]
    [InlineData("1e", "the text at position 0 is not understood")]
    public void What_is_no_token_is_named(string sql, string expected)
    {
        Assert.Null(SqlTokenizer.Tokenize(sql, SqlDialect.Sqlite, out var problem));
        Assert.Equal(expected, problem);
    }

    private static string? Cut(string sql, SqlDialect dialect) =>
        SqlTokenizer.Tokenize(sql, dialect) is { } tokens ? string.Join(' ', tokens.Select(token => $"{token.Kind}:{token.Text}")) : null;
}
