namespace MigrateBoth.EntityFrameworkCore;

/// <summary>The database products that an application can use.</summary>
public enum DatabaseType
{
    /// <summary>SQLite, through Microsoft.EntityFrameworkCore.Sqlite.</summary>
    Sqlite,

    /// <summary>MySQL, through the application's MySQL provider.</summary>
    MySql,

    /// <summary>MariaDB, through the same provider; its migrations are those of <see cref="MySql"/>.</summary>
    MariaDb,
}

/// <summary>The names of <see cref="DatabaseType"/> in settings and as schemes of URLs.</summary>
internal static class DatabaseTypeNames
{
    public const string Known = "sqlite, mysql, mariadb";

    public static DatabaseType? TryParse(string name) => name.ToLowerInvariant() switch
    {
        "sqlite" => DatabaseType.Sqlite,
        "mysql" => DatabaseType.MySql,
        "mariadb" => DatabaseType.MariaDb,
        _ => null,
    };

    public static string NameOf(DatabaseType type) => type switch
    {
        DatabaseType.Sqlite => "sqlite",
        DatabaseType.MySql => "mysql",
        DatabaseType.MariaDb => "mariadb",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
