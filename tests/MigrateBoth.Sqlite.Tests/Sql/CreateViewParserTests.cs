using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Tests.Sql;

public sealed class CreateViewParserTests
{
    [Theory]
    [InlineData("CREATE VIEW v AS SELECT 1", "SELECT 1")]
    [InlineData("CREATE VIEW IF NOT EXISTS \"as\" (a, \"b (\") AS -- why\n WITH x AS (SELECT 1) SELECT * FROM x -- end", "WITH x AS (SELECT 1) SELECT * FROM x")]
    public void The_select_is_found(string sql, string select) => Assert.Equal(select, CreateViewParser.ParseSelect(sql));

    [Fact]
    public void Anything_else_is_an_error() => Assert.Throws<SqlSyntaxException>(() => CreateViewParser.ParseSelect("CREATE VIEW v USING magic"));
}
