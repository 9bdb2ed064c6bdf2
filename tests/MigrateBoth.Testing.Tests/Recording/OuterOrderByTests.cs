using MigrateBoth.Testing.Recording;

namespace MigrateBoth.Testing.Tests.Recording;

public sealed class OuterOrderByTests
{
    [Theory]
    [InlineData("SELECT 1", null)]
    [InlineData("SELECT a FROM t ORDER BY a, b DESC", "a, b DESC")]
    [InlineData("SELECT a FROM t ORDER BY a\nLIMIT 5 OFFSET 2", "a")]
    [InlineData("SELECT a FROM (SELECT a FROM t ORDER BY a LIMIT 2) AS s", null)]
    [InlineData("SELECT a FROM (SELECT a FROM t ORDER BY a LIMIT 2) AS s ORDER BY s.b", "s.b")]
    [InlineData("SELECT ' ORDER BY x' FROM t", null)]
    [InlineData("SELECT 'it''s' FROM t ORDER BY `ORDER BY`", "`ORDER BY`")]
    [InlineData("-- ORDER BY nothing\nSELECT a FROM t", null)]
    [InlineData("SELECT a FROM t ORDER BY (SELECT b LIMIT 1), c;", "(SELECT b LIMIT 1), c")]
    [InlineData("select row_number() over(order by a) from t", null)]
    public void The_order_of_the_rows_is_the_outermost_one(string sql, string? expected) => Assert.Equal(expected, OuterOrderBy.Of(sql));
}
