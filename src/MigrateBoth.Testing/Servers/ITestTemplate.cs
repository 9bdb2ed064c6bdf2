namespace MigrateBoth.Testing.Servers;

/// <summary>A migrated database that no test uses.</summary>
internal interface ITestTemplate
{
    /// <summary>A new database with the template's schema and rows.</summary>
    ITestDatabase CreateDatabase();
}
