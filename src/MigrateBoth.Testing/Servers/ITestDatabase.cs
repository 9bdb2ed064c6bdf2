namespace MigrateBoth.Testing.Servers;

/// <summary>A copy of a template, for one test at a time.</summary>
internal interface ITestDatabase
{
    /// <summary>How the application reaches it.</summary>
    string ConnectionString { get; }

    /// <summary>Puts it back to what the template holds: rows, identity values, and tables that a test made or dropped.</summary>
    /// <exception cref="ParityDatabaseException">A test still holds a transaction.</exception>
    void Reset();

    /// <summary>No test uses it for now: gives up what is held only to be quick.</summary>
    void Release()
    {
    }
}
