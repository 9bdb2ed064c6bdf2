using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteCheckTests(SqliteFixture fixture) : CheckSpecification(fixture), IClassFixture<SqliteFixture>;
