namespace MigrateBoth.Testing.Servers;

/// <summary>Where the databases of this test run are made. One per process; removes all that is left when the process ends.</summary>
internal interface ITestServer : IDisposable
{
    /// <summary>The engine.</summary>
    Engine Engine { get; }

    /// <summary>Its version, such as <c>3.53.3</c> or <c>9.7.4</c>, for MariaDB <c>10.11.6-mariadb</c>.</summary>
    string Version { get; }

    /// <summary>Whether a session of the application's has to be told to commit what it writes outside of a transaction.</summary>
    bool NeedsCommittingSessions => false;

    /// <summary>Makes a database, hands its connection string to <paramref name="migrate"/>, and keeps it to copy from.</summary>
    ITestTemplate CreateTemplate(Action<string> migrate);
}
