using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.Testing;

/// <summary>The engines that a shared test suite runs on.</summary>
public enum Engine
{
    /// <summary>SQLite: one file per database, no server.</summary>
    Sqlite,

    /// <summary>MySQL or MariaDB: databases on the server that <c>MIGRATEBOTH_MYSQL</c> names.</summary>
    MySql,
}

/// <summary>How an engine is written.</summary>
internal static class EngineNames
{
    /// <summary>The name in environment variables and recordings.</summary>
    public static string Id(this Engine engine) => engine == Engine.Sqlite ? "sqlite" : "mysql";

    /// <summary>EF Core's name of the deployed provider.</summary>
    public static string Provider(this Engine engine) => engine == Engine.Sqlite
        ? "Microsoft.EntityFrameworkCore.Sqlite"
        : DeployedProviders.ForMySql is [var provider, ..] ? provider.GetName().Name! : "MySQL";

    /// <summary>The display name.</summary>
    public static string DisplayName(this Engine engine) => engine == Engine.Sqlite ? "SQLite" : "MySQL";
}
