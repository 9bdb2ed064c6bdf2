using MigrateBoth.Specification;
using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests;

public sealed class SqliteComplianceTests : ComplianceSpecification
{
    [Fact]
    public void An_assembly_without_suites_fails_with_the_missing_ones() =>
        Assert.Contains(typeof(CheckSpecification), MissingSuites(typeof(Enumerable).Assembly));
}
