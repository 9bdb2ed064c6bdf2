using MigrateBoth.Specification;
using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests;

public sealed class SqliteComplianceTests : ComplianceSpecification
{
    [Fact]
    public void An_assembly_that_runs_no_suite_is_told_which_it_misses() =>
        Assert.Contains(typeof(CheckSpecification), MissingSuites(typeof(Enumerable).Assembly));
}
