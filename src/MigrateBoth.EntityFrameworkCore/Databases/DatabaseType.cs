namespace MigrateBoth.EntityFrameworkCore;

/// <summary>The database products an application can be pointed at.</summary>
public enum DatabaseType
{
    /// <summary>SQLite, through Microsoft.EntityFrameworkCore.Sqlite.</summary>
    Sqlite,

    /// <summary>MySQL, through the MySQL provider that the application has.</summary>
    MySql,

    /// <summary>MariaDB, through the same provider; its migrations are those of <see cref="MySql"/>.</summary>
    MariaDb,
}
