namespace MigrateBoth.Testing.Servers;

/// <summary>Where the databases of this test run are made. One per process; removes all that is left when the process ends.</summary>
internal interface ITestServer : IDisposable
{
    /// <summary>The engine of the server.</summary>
    Engine Engine { get; }

    /// <summary>Its version, such as <c>3.53.3</c> or <c>9.7.4</c>, for MariaDB <c>10.11.6-mariadb</c>.</summary>
    string Version { get; }

    /// <summary>Whether the server was started with something that EF Core or the driver does not expect in the application's sessions.</summary>
    bool NeedsSessionSettings => false;

    /// <summary>Makes a database, hands its connection string to <paramref name="migrate"/>, and keeps it to copy from.</summary>
    ITestTemplate CreateTemplate(Action<string> migrate);
}

/// <summary>A migrated database that no test uses.</summary>
internal interface ITestTemplate
{
    /// <summary>A new database with the template's schema and rows.</summary>
    ITestDatabase CreateDatabase();
}

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
