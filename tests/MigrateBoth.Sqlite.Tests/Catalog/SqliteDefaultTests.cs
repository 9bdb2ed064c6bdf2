using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteDefaultTests(SqliteFixture fixture) : DefaultSpecification(fixture), IClassFixture<SqliteFixture>
{
    protected override string BinaryColumn => "BLOB NOT NULL DEFAULT X'0102ab'";
}
