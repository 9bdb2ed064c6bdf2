using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteCatalogTests(SqliteFixture fixture) : CatalogSpecification(fixture), IClassFixture<SqliteFixture>
{
    protected override (string Script, string Kind, string Path) Unreadable => ("CREATE VIRTUAL TABLE search USING fts5(body)", "virtual table", "search");

    protected override string Unreachable => "Data Source=/nowhere/at-all.db";
}
