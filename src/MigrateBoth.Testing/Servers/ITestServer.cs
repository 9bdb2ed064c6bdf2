namespace MigrateBoth.Testing.Servers;

/// <summary>The server for the databases of this test run. There is one per process; it removes all remaining databases when the process ends.</summary>
internal interface ITestServer : IDisposable
{
    /// <summary>The engine of the server.</summary>
    Engine Engine { get; }

    /// <summary>Its version, such as <c>3.53.3</c> or <c>9.7.4</c>, for MariaDB <c>10.11.6-mariadb</c>.</summary>
    string Version { get; }

    /// <summary>Whether the server has settings that EF Core or the driver does not expect in the application's sessions.</summary>
    bool NeedsSessionSettings => false;

    /// <summary>Creates a database, calls <paramref name="migrate"/> with its connection string, and keeps it as a template.</summary>
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
    /// <summary>The connection string for the application.</summary>
    string ConnectionString { get; }

    /// <summary>Restores the state of the template: rows, identity values, and tables that a test created or dropped.</summary>
    /// <exception cref="ParityDatabaseException">A test still holds a transaction.</exception>
    void Reset();

    /// <summary>Called when no test uses the database: releases resources that are only kept for speed.</summary>
    void Release()
    {
    }
}
