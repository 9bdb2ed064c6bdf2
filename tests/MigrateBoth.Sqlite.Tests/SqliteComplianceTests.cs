using MigrateBoth.Specification;

namespace MigrateBoth.Sqlite.Tests;

public sealed class SqliteComplianceTests : ComplianceSpecification;
