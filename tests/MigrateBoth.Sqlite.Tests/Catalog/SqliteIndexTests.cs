using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteIndexTests(SqliteFixture fixture) : IndexSpecification(fixture), IClassFixture<SqliteFixture>;
