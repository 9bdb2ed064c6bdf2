using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Tests.Sql;

public sealed class CreateIndexParserTests
{
    [Theory]
    [InlineData("CREATE INDEX i ON t (a)", "a")]
    [InlineData("CREATE UNIQUE INDEX IF NOT EXISTS main.[i] ON \"t\" (\"a\" DESC, b ASC, c)", "\"a\" | b | c")]
    [InlineData("CREATE INDEX i ON t (a COLLATE NOCASE DESC, (b) COLLATE \"rtrim\")", "a collate NOCASE | b collate rtrim")]
    [InlineData("CREATE INDEX i ON t ((a + b) DESC, coalesce(a, ','), desc)", "a + b | coalesce(a, ',') | desc")]
    [InlineData("CREATE INDEX i ON t ((a) + (b))", "(a) + (b)")]
    [InlineData("CREATE INDEX i ON t (a /* , */ -- )\n, b)", "a | b")]
    public void Parts_are_distinguished(string sql, string expected) =>
        Assert.Equal(
            expected,
            string.Join(" | ", CreateIndexParser.Parse(sql).Parts.Select(p => p.Collation is null ? p.Expression : $"{p.Expression} collate {p.Collation}")));

    [Theory]
    [InlineData("CREATE INDEX i ON t (a)", null)]
    [InlineData("CREATE INDEX i ON t (a) WHERE a > 0", "a > 0")]
    [InlineData("CREATE INDEX i ON t (a) WHERE ((a IS NOT NULL))", "a IS NOT NULL")]
    [InlineData("CREATE INDEX i ON t (a) WHERE (a > 0) AND (b <> 'x) WHERE')", "(a > 0) AND (b <> 'x) WHERE')")]
    public void The_filter_is_what_follows_where(string sql, string? filter) => Assert.Equal(filter, CreateIndexParser.Parse(sql).Filter);

    [Theory]
    [InlineData("CREATE INDEX i ON t")]
    [InlineData("CREATE INDEX i ON t (a) INCLUDE (b)")]
    [InlineData("CREATE FANCY INDEX i ON t (a)")]
    public void What_the_parser_does_not_know_is_an_error(string sql) => Assert.Throws<SqlSyntaxException>(() => CreateIndexParser.Parse(sql));
}
