using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteNameTests(SqliteFixture fixture) : NameSpecification(fixture), IClassFixture<SqliteFixture>;
