namespace MigrateBoth.EntityFrameworkCore;

/// <summary>The database products an application can be pointed at.</summary>
public enum DatabaseType
{
    /// <summary>SQLite, through Microsoft.EntityFrameworkCore.Sqlite.</summary>
    Sqlite,

    /// <summary>MySQL, through Pomelo.EntityFrameworkCore.MySql.</summary>
    MySql,

    /// <summary>MariaDB, through Pomelo.EntityFrameworkCore.MySql; its migrations are those of <see cref="MySql"/>.</summary>
    MariaDb,
}
