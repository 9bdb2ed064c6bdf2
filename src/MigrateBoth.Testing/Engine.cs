namespace MigrateBoth.Testing;

/// <summary>The engines that a shared test suite runs on.</summary>
public enum Engine
{
    /// <summary>SQLite: a file of its own for every database, no server.</summary>
    Sqlite,

    /// <summary>MySQL or MariaDB: databases on the server that <c>MIGRATEBOTH_MYSQL</c> names.</summary>
    MySql,
}
