using MigrateBoth.Core.Schema;
using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteForeignKeyTests(SqliteFixture fixture) : ForeignKeySpecification(fixture), IClassFixture<SqliteFixture>
{
    protected override IReadOnlyList<(ReferentialAction Action, string Sql)> Actions => [.. base.Actions, (ReferentialAction.SetDefault, "SET DEFAULT")];
}
