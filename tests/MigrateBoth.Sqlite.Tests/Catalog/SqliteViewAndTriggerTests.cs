using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteViewAndTriggerTests(SqliteFixture fixture) : ViewAndTriggerSpecification(fixture), IClassFixture<SqliteFixture>;
