using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteKeyTests(SqliteFixture fixture) : KeySpecification(fixture), IClassFixture<SqliteFixture>;
